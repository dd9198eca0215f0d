import { describe, expect, it } from "vitest";
import { markOf, type HistoryLine, type Invoke, type Outcome } from "../history";
import { checks, runChecks } from "./all-checks";
import { evidenceOf, type Evidence, type Judged } from "./evidence";
import type { Rows } from "./stored";

const member = "m1";
const invoke = (op: string, more: Partial<Invoke> = {}): Invoke => ({
  event: "invoke",
  at: 10,
  op,
  client: 1,
  member,
  kind: "save",
  target: "k1",
  base: 0,
  ...more,
});
const ended = (event: Outcome["event"], op: string, more: Partial<Outcome> = {}): Outcome => ({
  event,
  at: 20,
  op,
  status: event === "ok" ? 200 : event === "conflict" ? 412 : 409,
  version: event === "ok" ? 1 : null,
  id: null,
  ...more,
});

const words = (op: string) => `${markOf(op)} because`;

/** One annotation, saved twice by one write each, and a note. */
const soundLines: readonly HistoryLine[] = [
  invoke("w1"),
  ended("ok", "w1"),
  invoke("w2", { at: 30, base: 1 }),
  { event: "unknown", at: 35, op: "w2", why: "cut off" },
  ended("ok", "w2", { at: 40, version: 2 }),
  invoke("n1", { at: 50, kind: "note", base: null }),
  ended("ok", "n1", { at: 60, version: null, id: "note1" }),
];
const soundRows: Rows = {
  annotations: [{ id: "a1", claim: "k1", member, version: 2, submitted: null }],
  versions: [
    { annotation: "a1", version: 1, base: 0, rationale: words("w1"), submitted: false },
    { annotation: "a1", version: 2, base: 1, rationale: words("w2"), submitted: false },
  ],
  notes: [{ id: "note1", body: words("n1"), version: 1 }],
  sources: [],
  reviews: [],
  votes: [],
  rulings: [],
  articles: [],
  wordings: [],
  events: [
    { id: "1", type: "annotation.saved", entity: "a1", version: 1, wording: null },
    { id: "2", type: "annotation.saved", entity: "a1", version: 2, wording: null },
    { id: "3", type: "note.written", entity: "note1", version: null, wording: null },
  ],
  keys: ["w1", "w2", "n1"].map((key) => ({ member, key, answered: true })),
  seals: 3,
};
const soundWord: Judged = {
  chain: { holds: true, lines: 3 },
  states: [{ claim: "k1", stored: "in_progress", recomputed: "in_progress" }],
};

function evidence({
  lines = soundLines,
  rows = {},
  judged = {},
}: {
  lines?: readonly HistoryLine[];
  rows?: Partial<Rows>;
  judged?: Partial<Judged>;
}): Evidence {
  return evidenceOf(lines, { ...soundRows, ...rows }, { ...soundWord, ...judged }, ["hidden"]);
}

const found = (given: Evidence, id: string): readonly string[] =>
  runChecks(given).find((finding) => finding.id === id)?.findings ?? [];

const plus = (...lines: readonly HistoryLine[]): readonly HistoryLine[] => [...soundLines, ...lines];
const read = (more: Partial<Extract<HistoryLine, { event: "read" }>>): HistoryLine => ({
  event: "read",
  began: 45,
  at: 46,
  client: 2,
  member,
  claim: "k1",
  ownVersion: 2,
  seen: [],
  ...more,
});
const firstOnly = soundRows.versions.slice(0, 1);
const revoked = [
  invoke("r1", { at: 100, kind: "role", target: "m2", role: "viewer" }),
  ended("ok", "r1", { at: 110 }),
  invoke("r2", { at: 200, kind: "role", target: "m2", role: "reviewer" }),
  ended("ok", "r2", { at: 210 }),
];
const written = (at: number, end: number): readonly HistoryLine[] => [
  invoke("w9", { at, member: "m2", kind: "assign", base: null }),
  ended("ok", "w9", { at: end }),
];

const typed = (words: string): HistoryLine => ({ event: "typed", at: 80, member, claim: "k1", words });
const shown = (words: string): HistoryLine => ({ event: "shown", at: 90, words });

describe("a history in which all is well", () => {
  it("has nothing to find", () => {
    const findings = runChecks(evidence({ lines: plus(read({})) }));
    expect(findings.map(({ id }) => id)).toEqual(Array.from({ length: 13 }, (_, n) => `C${n + 1}`));
    expect(findings.flatMap(({ findings: lines }) => lines)).toEqual([]);
  });
  it("is one in which what a screen called saved is there, be it in an older version", () => {
    const versions = soundRows.versions.map((row) => ({
      ...row,
      rationale: `${row.rationale} ⟪r${row.version}⟫`,
    }));
    const lines = plus(typed("⟪r1⟫"), typed("⟪r2⟫"), shown("⟪r1⟫"), shown("⟪r2⟫"));
    const findings = runChecks(evidence({ lines, rows: { versions } }));
    expect(findings.flatMap((one) => one.findings)).toEqual([]);
  });
  it("is one in which a right was given back before it was used", () => {
    expect(found(evidence({ lines: plus(...revoked, ...written(150, 205)) }), "C8")).toEqual([]);
    expect(found(evidence({ lines: plus(...revoked, ...written(105, 120)) }), "C8")).toEqual([]);
  });
});

/** Of each check, histories that it must not pass. */
const bad: readonly (readonly [string, string, Evidence])[] = [
  ["C1", "a save without its key", evidence({ rows: { keys: soundRows.keys.slice(1) } })],
  ["C1", "a save without its words", evidence({ rows: { versions: firstOnly } })],
  ["C1", "words that a screen called saved", evidence({ lines: plus(typed("⟪r1⟫"), shown("⟪r1⟫")) })],
  ["C1", "another version", evidence({ lines: [invoke("w1"), ended("ok", "w1", { version: 5 })] })],
  [
    "C2",
    "a note written twice",
    evidence({ rows: { notes: [...soundRows.notes, { id: "note2", body: words("n1"), version: 1 }] } }),
  ],
  [
    "C2",
    "a version told twice",
    evidence({ rows: { events: [...soundRows.events, ...soundRows.events.slice(0, 1)] } }),
  ],
  ["C3", "a version left out", evidence({ rows: { versions: soundRows.versions.slice(1) } })],
  [
    "C3",
    "a base of long ago",
    evidence({
      rows: { versions: [...firstOnly, ...soundRows.versions.slice(1).map((row) => ({ ...row, base: 0 }))] },
    }),
  ],
  [
    "C3",
    "written over what was not seen",
    evidence({ lines: plus(invoke("w3"), ended("ok", "w3", { version: 3 })) }),
  ],
  [
    "C3",
    "one version for two",
    evidence({ lines: plus(invoke("w3", { base: 1 }), ended("ok", "w3", { version: 2 })) }),
  ],
  [
    "C4",
    "an annotation behind its versions",
    evidence({ rows: { annotations: soundRows.annotations.map((row) => ({ ...row, version: 1 })) } }),
  ],
  [
    "C4",
    "submitted without being so",
    evidence({ rows: { annotations: soundRows.annotations.map((row) => ({ ...row, submitted: 2 })) } }),
  ],
  [
    "C4",
    "a note ahead of its changes",
    evidence({ rows: { notes: soundRows.notes.map((row) => ({ ...row, version: 2 })) } }),
  ],
  [
    "C4",
    "a wording that is not the newest",
    evidence({
      rows: {
        wordings: [{ claim: "k1", wording: "old" }],
        events: [
          ...soundRows.events,
          { id: "4", type: "claim.changed", entity: "k1", version: null, wording: "new" },
        ],
      },
    }),
  ],
  ["C5", "a version without history", evidence({ rows: { events: soundRows.events.slice(1) } })],
  ["C5", "history without a version", evidence({ rows: { versions: firstOnly } })],
  [
    "C5",
    "a key without an answer",
    evidence({ rows: { keys: soundRows.keys.map((key) => ({ ...key, answered: false })) } }),
  ],
  ["C6", "words that were dropped", evidence({ lines: plus(invoke("w3"), ended("conflict", "w3")) })],
  [
    "C6",
    "too late and yet written",
    evidence({ lines: [invoke("w1"), ended("conflict", "w1"), invoke("w2", { after: "w1" })] }),
  ],
  ["C7", "one's own work gone back", evidence({ lines: plus(read({ ownVersion: 1 })) })],
  ["C8", "written without the right", evidence({ lines: plus(...revoked, ...written(120, 130)) })],
  [
    "C8",
    "written before the right was asked back",
    evidence({ lines: plus(...revoked, ...written(120, 199)) }),
  ],
  [
    "C9",
    "a colleague's draft",
    evidence({ lines: plus(read({ member: "m2", ownVersion: 0, seen: ["w1"] })) }),
  ],
  [
    "C9",
    "what is submitted and hidden",
    evidence({
      lines: [
        invoke("w1", { kind: "submit" }),
        read({ member: "m2", claim: "hidden", ownVersion: 0, seen: ["w1"] }),
      ],
    }),
  ],
  ["C10", "a broken chain", evidence({ judged: { chain: { holds: false, lines: 0 } } })],
  ["C10", "a line without a seal", evidence({ rows: { seals: 2 } })],
  [
    "C11",
    "two moments in one export",
    evidence({ lines: plus({ event: "export", at: 70, client: 2, first: 7, second: 5 }) }),
  ],
  [
    "C11",
    "the second ahead of the first",
    evidence({ lines: plus({ event: "export", at: 70, client: 2, first: 4, second: 5 }) }),
  ],
  [
    "C12",
    "a state that is not so",
    evidence({ judged: { states: [{ claim: "k1", stored: "ruled", recomputed: "submitted" }] } }),
  ],
  ["C13", "an end that nobody knows", evidence({ lines: plus(invoke("w3")) })],
  [
    "C13",
    "refused and there",
    evidence({ lines: [invoke("w1"), ended("fail", "w1"), ...soundLines.slice(2)] }),
  ],
  [
    "C13",
    "too late and there",
    evidence({ lines: [invoke("w1"), ended("conflict", "w1"), ...soundLines.slice(2)] }),
  ],
  ["C13", "words that no screen called saved", evidence({ lines: plus(typed("⟪r1⟫")) })],
  ["C13", "words that nobody sent", evidence({ lines: soundLines.slice(2) })],
  [
    "C13",
    "a program that broke",
    evidence({ lines: plus({ event: "broken", at: 70, client: 2, what: "500" }) }),
  ],
];

describe("a bad history is not passed", () => {
  it.each(bad)("%s: %s", (id, _, given) => {
    expect(found(given, id)).not.toEqual([]);
  });
  it("is there for every check", () => {
    expect(new Set(bad.map(([id]) => id))).toEqual(new Set(checks.map(({ id }) => id)));
  });
});
