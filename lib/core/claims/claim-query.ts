import { z } from "zod";
import { idSchema } from "../shared/fields";
import { claimStates, dispositions, maxNamedClaims } from "./claim";
import { claimOrders, claimSorts, nobody } from "./claim-filter";

/** Which claims of an article are asked for; all of them when nothing is said. What is said has to be true of each. */
export const claimQuerySchema = z.strictObject({
  /** Those with these ids, as far as they are there: `id=a,b,c`. */
  id: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(idSchema).max(maxNamedClaims, `may name at most ${maxNamedClaims} claims`))
    .optional(),
  show: z.enum(claimSorts).optional(),
  state: z.enum(claimStates).optional(),
  /** An option's key or `none`. */
  verdict: z.string().max(40).optional(),
  disposition: z.enum(dispositions).optional(),
  assignee: z.union([idSchema, z.literal(nobody)]).optional(),
  q: z.string().max(500).optional(),
  order: z.enum(claimOrders).optional(),
});
export type ClaimQuery = z.infer<typeof claimQuerySchema>;
