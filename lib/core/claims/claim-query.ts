import { z } from "zod";
import { idSchema } from "../shared/fields";
import { maxNamedClaims } from "./claim";

/** Which claims of an article are asked for; all of them when nothing is said. */
export const claimQuerySchema = z.strictObject({
  /** Those with these ids, as far as they are there: `id=a,b,c`. */
  id: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(idSchema).max(maxNamedClaims, `may name at most ${maxNamedClaims} claims`))
    .optional(),
});
export type ClaimQuery = z.infer<typeof claimQuerySchema>;
