import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A secret for a link or a machine: 256 random bits. Only its hash is stored. */
export function newSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, hash: hashSecret(secret) };
}

export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
