import { z } from "zod";
import { rulingSchema, type ReportClaim, type ReportContent, type ReportRuling } from "./content";

/** How a claim of a report differs from the report before. */
export const changeKinds = ["verdict", "reasons", "withdrawn", "added", "words", "removed"] as const;
export type ChangeKind = (typeof changeKinds)[number];

const changeSchema = z.strictObject({
  claimId: z.string(),
  ordinal: z.number().int(),
  text: z.string(),
  kind: z.enum(changeKinds),
  /** Keys of the verdicts, each of its own report's scale; null where there was none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ReportChange = z.infer<typeof changeSchema>;
export const reportDifferenceSchema = z.array(changeSchema);

/** What the newer report says otherwise than the older, in the order of the newer; what is gone comes last. */
export function reportDifference(older: ReportContent, newer: ReportContent): readonly ReportChange[] {
  const before = new Map(older.claims.map((claim) => [claim.id, claim]));
  const here = new Set(newer.claims.map(({ id }) => id));
  return [
    ...newer.claims.flatMap((claim) => {
      const kind = changeOf(before.get(claim.id) ?? null, claim);
      return kind ? [toChange(claim, kind, before.get(claim.id)?.ruling ?? null, claim.ruling)] : [];
    }),
    ...older.claims
      .filter(({ id, ruling }) => !here.has(id) && ruling !== null)
      .map((claim) => toChange(claim, "removed", claim.ruling, null)),
  ];
}

function toChange(
  { id, ordinal, text }: ReportClaim,
  kind: ChangeKind,
  before: ReportRuling | null,
  after: ReportRuling | null,
): ReportChange {
  return { claimId: id, ordinal, text, kind, before: before?.verdict ?? null, after: after?.verdict ?? null };
}

function changeOf(before: ReportClaim | null, after: ReportClaim): ChangeKind | null {
  const old = before?.ruling ?? null;
  if (old === null) return after.ruling ? "added" : null;
  if (after.ruling === null) return "withdrawn";
  if (old.verdict !== after.ruling.verdict) return "verdict";
  if (!before || hasOtherWords(before, after)) return "words";
  return grounds(old) === grounds(after.ruling) ? null : "reasons";
}

function hasOtherWords(before: ReportClaim, after: ReportClaim): boolean {
  return before.text !== after.text || before.wording !== after.wording;
}

/** What a ruling rests on; who decided it when is no ground. */
function grounds(ruling: ReportRuling): string {
  // Fields in the order of the schema, wherever the report comes from.
  const { rationale, citations, searches } = rulingSchema.parse(ruling);
  return JSON.stringify([rationale, citations, searches]);
}

/** Whether readers were told something that no longer holds: then they are owed a reason. */
export function needsReason(difference: readonly ReportChange[]): boolean {
  return difference.some(({ kind }) => kind !== "added");
}
