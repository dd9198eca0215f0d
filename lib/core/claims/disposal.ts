import { z } from "zod";
import { idSchema, line } from "../shared/fields";
import { dispositions, type Disposition } from "./claim";

/** So many claims can be disposed at once; a page of a large article takes several requests. */
const mostDisposed = 500;

/** What claims are, each with the version that the caller has seen. */
export const disposalSchema = z.strictObject({
  claims: z
    .array(
      z.strictObject({
        id: idSchema,
        version: z.number().int().min(1),
        disposition: z.enum(dispositions),
      }),
    )
    .min(1)
    .max(mostDisposed, `at most ${mostDisposed} claims at once`)
    .refine((claims) => new Set(claims.map(({ id }) => id)).size === claims.length, "names a claim twice"),
  reason: line(500).nullish(),
});
export type Disposal = z.infer<typeof disposalSchema>;

/** What became of each claim. Those that somebody changed meanwhile are left as they are. */
export type DisposalResult = {
  readonly changed: readonly {
    readonly id: string;
    readonly version: number;
    readonly before: Disposition;
  }[];
  readonly stale: readonly { readonly id: string; readonly version: number }[];
};
