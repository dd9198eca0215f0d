import "server-only";
import { z } from "zod";
import {
  claimKinds,
  claimStates,
  dispositions,
  type Attribution,
  type ClaimSummary,
} from "@/lib/core/claims/claim";
import type { ClaimDetail, Ruling, Vote } from "@/lib/core/claims/detail";
import type { DisposalResult } from "@/lib/core/claims/disposal";
import { rulingMethods } from "@/lib/core/review/facts";
import { policyKinds } from "@/lib/core/review/policy";
import { colleagueAnnotation, ownAnnotation } from "./annotations";
import { assignment } from "./assignments";
import { note } from "./notes";
import { person } from "./people";
import { step } from "./review";
import { scale } from "./scales";

export const claimSummary: z.ZodType<ClaimSummary> = z
  .strictObject({
    id: z.string(),
    ordinal: z.number(),
    kind: z.enum(claimKinds),
    start: z.number(),
    end: z.number(),
    text: z.string(),
    wording: z.string().nullable(),
    disposition: z.enum(dispositions),
    state: z.enum(claimStates),
    ruling: z.string().nullable().describe("The verdict of the ruling that holds."),
    myVerdict: z.string().nullable().describe("The reader's own verdict, submitted or not."),
    openNotes: z.number(),
    version: z.number(),
  })
  .meta({
    id: "ClaimSummary",
    description:
      "A claim in a list, as one member may see it. Positions are UTF-16 code units, half-open, in the revision's text.",
  });

export const disposalResult: z.ZodType<DisposalResult> = z
  .strictObject({
    changed: z.array(
      z.strictObject({
        id: z.string(),
        version: z.number(),
        before: z.enum(dispositions),
      }),
    ),
    stale: z.array(
      z.strictObject({
        id: z.string(),
        version: z.number(),
      }),
    ),
  })
  .meta({
    id: "DisposalResult",
    description: "What became of each claim. Those that somebody changed meanwhile are left as they are.",
  });

export const attribution: z.ZodType<Attribution> = z
  .strictObject({
    speaker: z.string().nullable(),
    saidOn: z.string().nullable(),
    saidAt: z.string().nullable(),
  })
  .meta({
    id: "Attribution",
    description:
      "Who said it, when (YYYY, YYYY-MM or YYYY-MM-DD) and where, as far as somebody has filled it in.",
  });

export const vote: z.ZodType<Vote> = z
  .strictObject({
    member: person,
    verdict: z.string().nullable(),
    rationale: z.string().nullable(),
  })
  .meta({
    id: "Vote",
    description:
      "A vote as others may see it: the verdict only once the reader has voted or the panel has decided.",
  });

export const ruling: z.ZodType<Ruling> = z
  .strictObject({
    verdict: z.string(),
    rationale: z.string(),
    method: z.enum(rulingMethods),
    decidedBy: person,
    decidedAt: z.string(),
    number: z.number(),
    holds: z.boolean().describe("Whether it still rests on what is submitted now."),
    basis: z
      .array(
        z.strictObject({
          annotationId: z.string(),
          version: z.number(),
          author: person,
        }),
      )
      .describe("The exact versions that it rests on."),
    dissent: z.array(
      z.strictObject({
        memberId: z.string(),
        name: z.string(),
        verdict: z.string(),
      }),
    ),
  })
  .meta({ id: "Ruling" });

export const claimDetail: z.ZodType<ClaimDetail> = z
  .strictObject({
    claim: claimSummary,
    previousText: z
      .string()
      .nullable()
      .describe("Of a stale claim the words that were judged, before they changed in a newer revision."),
    attribution: attribution,
    articleId: z.string(),
    policy: z.enum(policyKinds),
    scale: scale,
    own: ownAnnotation,
    colleagues: z.array(colleagueAnnotation),
    blind: z.boolean().describe("True while a blind policy keeps colleagues' annotations from each other."),
    votes: z.array(vote),
    ruling: ruling.nullable(),
    notes: z.array(note),
    assignments: z.array(assignment).describe("Open work on the claim, as far as the reader may know of it."),
    steps: z.array(step),
  })
  .meta({
    id: "ClaimDetail",
    description:
      "Everything one member may know of one claim: what the inspector and the review screen are made of.",
  });
