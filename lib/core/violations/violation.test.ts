import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readViolations } from "./violation";

const origin = "https://desk.example";
const old = (report: object) => ({ "csp-report": report });
const one = (body: object) => [{ type: "csp-violation", age: 5, url: origin, user_agent: "x", body }];

describe("a report of a violation", () => {
  it.each([
    [
      "as report-uri is sent it",
      old({
        "document-uri": `${origin}/w/harbour/articles/0190?claim=7#secret`,
        "violated-directive": "script-src-elem 'self'",
        "blocked-uri": "https://evil.example/a.js?who=rita",
        "script-sample": "what somebody wrote",
      }),
      { directive: "script-src-elem", blocked: "https://evil.example", path: "/w/*/articles/*" },
    ],
    [
      "as report-to is sent it",
      one({
        documentURL: `${origin}/settings`,
        effectiveDirective: "style-src-attr",
        blockedURL: "inline",
        sample: "what somebody wrote",
      }),
      { directive: "style-src-attr", blocked: "inline", path: "/settings" },
    ],
    [
      "without the secret of a link",
      old({ "document-uri": `${origin}/reset/letters-only-secret`, "blocked-uri": "data:text/html,secret" }),
      { directive: "unknown", blocked: "other", path: "/reset/*" },
    ],
    [
      "without whatever somebody made up",
      one({
        documentURL: `${origin}/a%0Afake/line`,
        effectiveDirective: 'x"\n{"level":"error"}',
        blockedURL: "javascript:alert(1)",
      }),
      { directive: "unknown", blocked: "other", path: "/*/*" },
    ],
  ])("is read %s", (_, report, violation) => {
    expect(readViolations(report, origin)).toEqual([violation]);
  });

  it("of another site's page, or of another kind, is passed over", () => {
    const elsewhere = "https://elsewhere.example/w";
    expect(readViolations(old({ "document-uri": elsewhere }), origin)).toEqual([]);
    expect(readViolations(one({ documentURL: elsewhere }), origin)).toEqual([]);
    expect(readViolations(one({}), origin)).toEqual([]);
    expect(readViolations([{ type: "deprecation", body: { id: "x" } }], origin)).toEqual([]);
  });

  it("that is none is told apart", () => {
    for (const other of [null, 1, "x", {}, [1], { "csp-report": {} }]) {
      expect(readViolations(other, origin)).toBeNull();
    }
  });

  it("tells of ten at most", () => {
    const many = Array.from({ length: 100 }, () => one({ documentURL: origin })).flat();
    expect(readViolations(many, origin)).toHaveLength(10);
  });

  it("never passes anything on but names of a known form", () => {
    const words = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.webPath().map((path) => origin + path),
    );
    fc.assert(
      fc.property(words, words, words, (document, blocked, directive) => {
        const report = one({
          documentURL: document,
          blockedURL: blocked,
          effectiveDirective: directive,
        });
        for (const told of readViolations(report, origin) ?? []) {
          expect(told.directive).toMatch(/^[a-z-]{1,40}$/);
          expect(told.blocked).toMatch(/^(?:[a-z-]+|https?:\/\/[^/?#\s]+)$/);
          expect(told.path).toMatch(/^(?:\/(?:[a-z-]+|\*)?)+$/);
        }
      }),
    );
  });
});
