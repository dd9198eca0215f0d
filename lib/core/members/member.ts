import { z } from "zod";
import { emailSchema, passwordSchema } from "../identity/identity";
import { roles, type Role } from "../permissions/table";
import { line } from "../shared/fields";

export const roleInputSchema = z.strictObject({ role: z.enum(roles) });
export type RoleInput = z.infer<typeof roleInputSchema>;

export const invitationInputSchema = z.strictObject({ email: emailSchema, role: z.enum(roles) });
export type InvitationInput = z.infer<typeof invitationInputSchema>;

/** What somebody who has no account yet chooses when they accept. */
export const newcomerSchema = z.strictObject({ name: line(100), password: passwordSchema });
export type NewcomerInput = z.infer<typeof newcomerSchema>;

export const resetInputSchema = z.strictObject({ password: passwordSchema });

/** Somebody of the desk. The address is null for those who do not manage members. */
export type MemberLine = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly since: string;
  readonly version: number;
};

/** An invitation that is neither accepted, nor revoked, nor over. */
export type InvitationLine = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly expiresAt: string;
};

/** A link that is shown once. Null when this is the repeat of a request whose answer was lost: only its hash is kept. */
export type SecretLink = { readonly id: string; readonly link: string | null; readonly expiresAt: string };

/** What the bearer of an invitation's link may read of it. */
export type OpenInvitation = {
  readonly desk: string;
  readonly slug: string;
  readonly email: string;
  readonly role: Role;
  /** Whether this address has an account here: then its owner signs in, and nobody else can accept. */
  readonly known: boolean;
};
