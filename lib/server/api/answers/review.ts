import "server-only";
import { z } from "zod";
import type { Step } from "@/lib/core/review/steps";

export const step: z.ZodType<Step> = z
  .union([
    z.strictObject({
      kind: z.literal("annotate"),
    }),
    z.strictObject({
      kind: z.literal("approve"),
      annotationId: z.string(),
    }),
    z.strictObject({
      kind: z.literal("request_changes"),
      annotationId: z.string(),
    }),
    z.strictObject({
      kind: z.literal("comment"),
      annotationId: z.string(),
    }),
    z.strictObject({
      kind: z.literal("withdraw"),
      annotationId: z.string(),
    }),
    z.strictObject({
      kind: z.literal("vote"),
    }),
    z.strictObject({
      kind: z.literal("adjudicate"),
    }),
  ])
  .meta({
    id: "Step",
    description:
      "What a member can do to a claim. The screen offers exactly the legal ones, the server refuses the others.",
  });
