import "server-only";
import { z } from "zod";
import { tokenScopes } from "@/lib/core/permissions/table";
import type { MadeToken, TokenLine } from "@/lib/core/tokens/token";

export const madeToken: z.ZodType<MadeToken> = z
  .strictObject({
    id: z.string(),
    token: z.string().nullable(),
    expiresAt: z.string().nullable(),
  })
  .meta({
    id: "MadeToken",
    description:
      "A token that is shown once. Null when this is the repeat of a request whose answer was lost: only its hash is kept.",
  });

export const tokenLine: z.ZodType<TokenLine> = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    prefix: z.string().describe("How it begins."),
    scope: z.enum(tokenScopes),
    member: z.strictObject({
      memberId: z.string(),
      name: z.string(),
    }),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable().describe("When it was last used, to within a minute."),
  })
  .meta({ id: "TokenLine", description: "A token as one may look at it: everything but the token." });
