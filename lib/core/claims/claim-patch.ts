import { z } from "zod";
import { citedDate, line, storableText } from "../shared/fields";
import { dispositions } from "./claim";

/** What can be changed of a claim; what is left out stays. */
export const claimPatchSchema = z
  .strictObject({
    wording: storableText(2_000).nullable(),
    disposition: z.enum(dispositions),
    dispositionReason: line(500).nullable(),
    speaker: line(200).nullable(),
    saidOn: citedDate.nullable(),
    saidAt: line(200).nullable(),
  })
  .partial();
export type ClaimPatch = z.infer<typeof claimPatchSchema>;
