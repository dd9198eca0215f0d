import "server-only";
import { z } from "zod";
import type { Colleague } from "@/lib/core/claims/workbench";
import type { InvitationLine, MemberLine, SecretLink } from "@/lib/core/members/member";
import { roles } from "@/lib/core/permissions/table";

export const secretLink: z.ZodType<SecretLink> = z
  .strictObject({
    id: z.string(),
    link: z.string().nullable(),
    expiresAt: z.string(),
  })
  .meta({
    id: "SecretLink",
    description:
      "A link that is shown once. Null when this is the repeat of a request whose answer was lost: only its hash is kept.",
  });

export const invitationLine: z.ZodType<InvitationLine> = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    role: z.enum(roles),
    invitedBy: z.string(),
    expiresAt: z.string(),
  })
  .meta({
    id: "InvitationLine",
    description: "An invitation that is neither accepted, nor revoked, nor over.",
  });

export const memberLine: z.ZodType<MemberLine> = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    role: z.enum(roles),
    since: z.string(),
    version: z.number(),
  })
  .meta({
    id: "MemberLine",
    description: "Somebody of the desk. The address is null for those who do not manage members.",
  });

export const colleague: z.ZodType<Colleague> = z
  .strictObject({
    memberId: z.string(),
    name: z.string(),
    role: z.enum(roles),
    handle: z
      .string()
      .nullable()
      .describe("What tells somebody from others of the same name; null where nobody else bears it."),
  })
  .meta({ id: "Colleague" });

export const changedMember = z.strictObject({ outcome: z.literal("changed"), version: z.int() });
