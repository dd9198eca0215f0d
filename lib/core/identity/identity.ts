import { z } from "zod";
import { line } from "../shared/fields";

/**
 * An e-mail address in the one form that is stored and compared: NFKC, lower case. Quoted local parts, a second @ and
 * anything that is not plain ASCII after normalising are refused, so that look-alikes cannot claim another's account.
 */
export const emailSchema = z
  .string()
  .max(254)
  .transform((address) => address.normalize("NFKC").trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/, "is not an e-mail address"),
  );

/** Any characters, no trimming, no change of case; long enough to resist guessing, short enough to hash. */
export const passwordSchema = z
  .string()
  .min(12, "needs at least 12 characters")
  .max(200, "may have at most 200 characters");

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9](-?[a-z0-9]){0,39}$/, "may have letters, digits and single hyphens");

export const setupInputSchema = z.strictObject({
  name: line(100),
  email: emailSchema,
  password: passwordSchema,
  desk: line(100),
  slug: slugSchema,
});
export type SetupInput = z.infer<typeof setupInputSchema>;
