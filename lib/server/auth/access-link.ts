import "server-only";
import type { SecretLink } from "@/lib/core/members/member";
import { origin } from "../env";
import { newSecret } from "./tokens";

type LinkKind = "invitations" | "reset";
type Kept = { readonly id: string; readonly tokenHash: string; readonly expiresAt: string };

/**
 * A link with a secret in it, kept by its hash alone. `keep` stores the hash and answers what is stored: when that is
 * somebody else's hash, this is the repeat of a request that was done already, and its secret is known to nobody now.
 */
export async function makeSecretLink(
  kind: LinkKind,
  keep: (tokenHash: string) => Promise<Kept>,
): Promise<SecretLink> {
  const { secret, hash } = newSecret();
  const { id, tokenHash, expiresAt } = await keep(hash);
  return { id, expiresAt, link: tokenHash === hash ? `${origin()}/${kind}/${secret}` : null };
}
