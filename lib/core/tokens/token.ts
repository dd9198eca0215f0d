import { z } from "zod";
import { tokenScopes, type TokenScope } from "../permissions/table";
import { line } from "../shared/fields";

export const tokenPrefix = "assay_";

export const tokenInputSchema = z.strictObject({
  name: line(100),
  scope: z.enum(tokenScopes),
  /** After how many days it ends; null for one that does not end by itself. */
  days: z.int().min(1).max(730).nullable().default(90),
});
export type TokenInput = z.infer<typeof tokenInputSchema>;

/** A token as one may look at it: everything but the token. */
export type TokenLine = {
  readonly id: string;
  readonly name: string;
  /** How it begins. */
  readonly prefix: string;
  readonly scope: TokenScope;
  readonly member: { readonly memberId: string; readonly name: string };
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** When it was last used, to within a minute. */
  readonly lastUsedAt: string | null;
};

/** A token that is shown once. Null when this is the repeat of a request whose answer was lost: only its hash is kept. */
export type MadeToken = {
  readonly id: string;
  readonly token: string | null;
  readonly expiresAt: string | null;
};
