import { describe, expect, it } from "vitest";
import { can, covers, permissions, scopeFor, tokenScopes, type Role, type TokenScope } from "./table";

const held = (role: Role) => permissions.filter((permission) => can(role, permission));

it("each role may do all that the one below it may", () => {
  for (const permission of permissions) {
    expect(Number(can("viewer", permission))).toBeLessThanOrEqual(Number(can("reviewer", permission)));
    expect(Number(can("reviewer", permission))).toBeLessThanOrEqual(Number(can("editor", permission)));
    expect(Number(can("editor", permission))).toBeLessThanOrEqual(Number(can("owner", permission)));
  }
  expect(held("owner")).toEqual(permissions);
});

it("reads aloud", () => {
  expect(held("viewer")).toEqual([
    "article.read",
    "ruling.read",
    "report.read",
    "notification.read",
    "notification.change",
    "source.read",
    "member.read",
    "settings.read",
    "keys.change",
    "token.read",
    "token.change",
  ]);
  expect(permissions.filter((p) => can("reviewer", p) && !can("viewer", p))).toEqual([
    "history.read",
    "annotation.read",
    "annotation.write",
    "annotation.review",
    "claim.vote",
    "note.read",
    "note.write",
    "source.write",
  ]);
  expect(permissions.filter((p) => can("editor", p) && !can("reviewer", p))).toEqual([
    "article.import",
    "article.change",
    "claim.change",
    "claim.assign",
    "claim.adjudicate",
    "report.publish",
  ]);
  expect(permissions.filter((p) => can("owner", p) && !can("editor", p))).toEqual([
    "history.export",
    "member.manage",
    "settings.change",
  ]);
});

describe("what a token may do", () => {
  const covered = (scope: TokenScope) => permissions.filter((permission) => covers(scope, permission));

  it("is all that the smaller scope may and more", () => {
    for (const permission of permissions) {
      expect(Number(covers("read", permission))).toBeLessThanOrEqual(Number(covers("annotate", permission)));
      expect(Number(covers("annotate", permission))).toBeLessThanOrEqual(Number(covers("admin", permission)));
      const least = scopeFor(permission);
      expect(tokenScopes.filter((scope) => covers(scope, permission))[0] ?? null).toBe(least);
    }
  });

  it("reads aloud", () => {
    expect(covered("read")).toEqual([
      "article.read",
      "ruling.read",
      "report.read",
      "history.read",
      "annotation.read",
      "note.read",
      "notification.read",
      "source.read",
      "member.read",
      "settings.read",
      "token.read",
    ]);
    expect(covered("annotate").filter((p) => !covers("read", p))).toEqual([
      "annotation.write",
      "annotation.review",
      "claim.vote",
      "note.write",
      "notification.change",
      "source.write",
      "article.import",
      "article.change",
      "claim.change",
      "claim.assign",
      "keys.change",
    ]);
    expect(covered("admin").filter((p) => !covers("annotate", p))).toEqual([
      "history.export",
      "claim.adjudicate",
      "report.publish",
      "member.manage",
      "settings.change",
    ]);
    expect(permissions.filter((p) => !covers("admin", p))).toEqual(["token.change"]);
  });
});
