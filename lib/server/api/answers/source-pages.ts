import "server-only";
import { z } from "zod";
import { stances } from "@/lib/core/sources/source";
import type { SourceDetail, SourceUse } from "@/lib/core/sources/source-detail";
import { person } from "./people";
import { citationCheck, snapshotMark, source } from "./sources";

export const sourceUse: z.ZodType<SourceUse> = z
  .strictObject({
    claim: z.strictObject({
      id: z.string(),
      ordinal: z.number(),
      text: z.string(),
    }),
    article: z.strictObject({
      id: z.string(),
      title: z.string(),
    }),
    stance: z.enum(stances).nullable().describe("Null while a blind check shows the evidence alone."),
    author: person.nullable(),
    quote: z.string(),
    locator: z.string().nullable(),
    check: citationCheck.nullable(),
  })
  .meta({ id: "SourceUse", description: "One citation of a source, as far as the reader may see it." });

export const sourceDetail: z.ZodType<SourceDetail> = z
  .strictObject({
    source: source,
    snapshots: z
      .array(snapshotMark)
      .describe("Newest first; those taken for a citation only where the reader may see the citation."),
    uses: z.array(sourceUse),
  })
  .meta({ id: "SourceDetail", description: "A publication with all that the desk makes of it." });
