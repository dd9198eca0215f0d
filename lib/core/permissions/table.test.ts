import { expect, it } from "vitest";
import { can, permissions, type Role } from "./table";

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
    "source.read",
    "member.read",
    "settings.read",
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
