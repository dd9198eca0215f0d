import { operationsOf, writerOf, type HistoryLine, type Operation } from "../history";
import type { Rows } from "./stored";

/** The program's own word on what is stored. */
export type Judged = {
  readonly chain: { readonly holds: boolean; readonly lines: number };
  readonly states: readonly {
    readonly claim: string;
    readonly stored: string;
    readonly recomputed: string;
  }[];
};

/** All that the checks look at: what the clients noted, and what is stored in the end. */
export type Evidence = {
  readonly lines: readonly HistoryLine[];
  readonly operations: readonly Operation[];
  readonly rows: Rows;
  readonly judged: Judged;
  /** Claims under double-blind of which at most one annotation is ever submitted. */
  readonly blind: readonly string[];
};

export function evidenceOf(
  lines: readonly HistoryLine[],
  rows: Rows,
  judged: Judged,
  blind: readonly string[],
): Evidence {
  return { lines, operations: operationsOf(lines), rows, judged, blind };
}

/** Where the words of each write ended up: in a version, a note, a source … */
export function placesByOp({ rows }: Pick<Evidence, "rows">): ReadonlyMap<string, number> {
  const texts = [
    ...rows.versions.map(({ rationale }) => rationale),
    ...rows.sources.map(({ title }) => title),
    ...rows.reviews.map(({ comment }) => comment),
    ...rows.votes.map(({ rationale }) => rationale),
    ...rows.rulings.map(({ rationale }) => rationale),
    ...rows.articles.map(({ title }) => title),
    ...rows.notes.map(({ body }) => body),
    ...rows.events.flatMap(({ type, wording }) => (type === "claim.changed" && wording ? [wording] : [])),
  ];
  const places = new Map<string, number>();
  for (const text of texts) {
    const op = writerOf(text);
    if (op !== null) places.set(op, (places.get(op) ?? 0) + 1);
  }
  return places;
}

/** Kinds of writes whose words stay where they were put; those of a note are replaced by its next version. */
const lasting: ReadonlySet<string> = new Set([
  "save",
  "submit",
  "source",
  "review",
  "vote",
  "ruling",
  "article",
  "wording",
]);

export function leavesWords({ invoke }: Operation): boolean {
  return lasting.has(invoke.kind);
}

export function isOk({ outcome }: Operation): boolean {
  return outcome?.event === "ok";
}
