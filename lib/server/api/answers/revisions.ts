import "server-only";
import { z } from "zod";
import type { RevisionChanges, StandingClaim } from "@/lib/core/anchors/changes";
import type { RevisionResult, RevisionSummary, RevisionView } from "@/lib/core/anchors/revision";
import { claimKinds } from "@/lib/core/claims/claim";
import { person } from "./people";

const standing = {
  id: z.string().nullable().describe("Null for a sentence that has no claim yet, in a preview."),
  kind: z.enum(claimKinds),
  ordinal: z.int(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
};

const standingClaim: z.ZodType<StandingClaim> = z.strictObject(standing).meta({
  id: "StandingClaim",
  description:
    "A claim where it stands in one revision. Positions are UTF-16 code units, half-open, in that revision's text.",
});

const kept = z.strictObject({ ...standing, previousOrdinal: z.int() });
const changed = z.strictObject({ ...standing, previousOrdinal: z.int(), previousText: z.string() });

const changes = {
  carried: z.array(kept),
  moved: z.array(kept),
  changed: z.array(changed),
  deleted: z.array(standingClaim).describe("They stand where they stood in the older revision."),
  added: z.array(standingClaim),
} satisfies Record<keyof RevisionChanges, z.ZodType>;

const summary = {
  number: z.int(),
  sha256: z.string(),
  createdAt: z.string(),
  createdBy: person,
  counts: z
    .strictObject({
      carried: z.int(),
      moved: z.int(),
      changed: z.int(),
      deleted: z.int(),
      added: z.int(),
    })
    .describe("How many claims it did what to, against the revision before; of the first all are added."),
};

export const revisionSummary: z.ZodType<RevisionSummary> = z
  .strictObject(summary)
  .meta({ id: "RevisionSummary", description: "One immutable version of an article's text." });

export const revisionView: z.ZodType<RevisionView> = z
  .strictObject({ ...summary, text: z.string(), claims: z.array(standingClaim) })
  .meta({ id: "RevisionView" });

export const revisionResult: z.ZodType<RevisionResult> = z
  .strictObject({
    outcome: z.enum(["preview", "applied", "unchanged"]),
    revision: z.int().describe("The number that it has, or would have."),
    ...changes,
  })
  .meta({ id: "RevisionResult", description: "What a new version does, or would do, to the claims." });
