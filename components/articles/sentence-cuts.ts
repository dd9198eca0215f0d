import type { BoilerplateReason } from "@/lib/core/articles/boilerplate";
import { disposeWithin, type Cut } from "@/lib/core/articles/cuts";
import type { BoilerplateProposal } from "@/lib/core/articles/boilerplate";
import type { Span } from "@/lib/core/text/segment";

/** A sentence on the import screen: where it stands, whether it will be checked, and why it may not have to be. */
export type Row = Span & { readonly isDropped: boolean; readonly proposal: BoilerplateReason | null };

export const proposalWords: Readonly<Record<BoilerplateReason, string>> = {
  caption: "Caption?",
  read_also: "“Read also”?",
  share: "Share line?",
  advert: "Advertisement?",
  furniture: "Part of the page?",
};

/** The sentences as they were found, with what is proposed about them; nobody has decided anything yet. */
export function toRows(spans: readonly Span[], proposals: readonly BoilerplateProposal[]): readonly Row[] {
  const sorted = proposals.toSorted((a, b) => a.start - b.start);
  return disposeWithin(spans, sorted).map(({ start, end, reason }) => ({
    start,
    end,
    isDropped: false,
    proposal: (reason ?? null) as BoilerplateReason | null,
  }));
}

/** A row and the one after it as one sentence, with all that stands between them. */
export function joinWithNext(rows: readonly Row[], at: number): readonly Row[] {
  const [row, next] = [rows[at], rows[at + 1]];
  if (!row || !next) return rows;
  const isDropped = row.isDropped && next.isDropped;
  const joined = { start: row.start, end: next.end, isDropped, proposal: row.proposal && next.proposal };
  return [...rows.slice(0, at), joined, ...rows.slice(at + 2)];
}

/** A row as two: the second begins at `position`, which is the beginning of a word in it (UTF-16 units of the text). */
export function splitAt(rows: readonly Row[], at: number, position: number, text: string): readonly Row[] {
  const row = rows[at];
  if (!row || position <= row.start || position >= row.end) return rows;
  const end = row.start + text.slice(row.start, position).trimEnd().length;
  if (end === row.start) return rows;
  return [...rows.slice(0, at), { ...row, end }, { ...row, start: position }, ...rows.slice(at + 1)];
}

/** The words of a sentence, in UTF-16 units of the text; the sentence can be split in front of each but the first. */
export function wordsOf({ start, end }: Span, text: string): readonly Span[] {
  return [...text.slice(start, end).matchAll(/\S+/gu)].map((word) => ({
    start: start + word.index,
    end: start + word.index + word[0].length,
  }));
}

export function dropRow(rows: readonly Row[], at: number, isDropped: boolean): readonly Row[] {
  return rows.map((row, place) => (place === at ? { ...row, isDropped } : row));
}

/** Follows every proposal, or (`dispose` false) none. */
export function decideProposals(rows: readonly Row[], isDropped: boolean): readonly Row[] {
  return rows.map((row) => (row.proposal ? { ...row, isDropped } : row));
}

const reasons: Readonly<Record<BoilerplateReason, string>> = {
  caption: "Caption",
  read_also: "Points to another article",
  share: "Share line",
  advert: "Advertisement",
  furniture: "Part of the page",
};

/** What is sent; null where everything is as the program found it, so that its own cuts stay its own. */
export function toCuts(rows: readonly Row[], spans: readonly Span[]): Cut[] | null {
  const isUntouched =
    rows.length === spans.length &&
    rows.every(({ start, end, isDropped }, at) => {
      return !isDropped && start === spans[at]?.start && end === spans[at].end;
    });
  if (isUntouched) return null;
  return rows.map(({ start, end, isDropped, proposal }) => ({
    start,
    end,
    disposition: isDropped ? "boilerplate" : "to_check",
    reason: isDropped ? (proposal ? reasons[proposal] : "Left out on import") : null,
  }));
}
