import { newSecret } from "@/lib/server/auth/tokens";
import { db } from "@/lib/server/db/client";

const dayMs = 24 * 60 * 60_000;

/** A link with which the first person becomes the owner: works once, for a day, and makes older ones void. */
export async function createSetupLink({ origin }: { readonly origin: string }): Promise<string> {
  const { secret, hash } = newSecret();
  await db().$transaction([
    db().accessLink.deleteMany({ where: { kind: "setup", usedAt: null } }),
    db().accessLink.create({
      data: { kind: "setup", tokenHash: hash, expiresAt: new Date(Date.now() + dayMs) },
    }),
  ]);
  return `${origin}/setup/${secret}`;
}
