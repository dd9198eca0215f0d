import "server-only";
import { emailSchema } from "@/lib/core/identity/identity";
import { db } from "../db/client";
import { env } from "../env";
import { isPasswordRight } from "./password";
import { verifiedEmail } from "./providers";
import { forgetTries, freeTriesOfAddress, takeTurn } from "./throttle";

export type SignedInUser = { readonly id: string; readonly name: string; readonly email: string };

export type PasswordSignIn =
  | { readonly outcome: "signed_in"; readonly user: SignedInUser }
  | { readonly outcome: "wrong" }
  | { readonly outcome: "too_many"; readonly retryAfterSeconds: number };

/** Checks address and password. Unknown address, wrong password and disabled account give one and the same answer. */
export async function signInWithPassword(
  input: { readonly email: unknown; readonly password: unknown },
  now: Date,
  address: string | null = null,
): Promise<PasswordSignIn> {
  const fromAddress = address === null ? 0 : await takeTurn(`address:${address}`, now, freeTriesOfAddress);
  if (fromAddress > 0) return { outcome: "too_many", retryAfterSeconds: fromAddress };
  const email = emailSchema.safeParse(input.email).data ?? null;
  const bucket = `account:${email ?? "malformed"}`;
  const retryAfterSeconds = await takeTurn(bucket, now);
  if (retryAfterSeconds > 0) return { outcome: "too_many", retryAfterSeconds };

  const user = await findByPassword(email, input.password);
  if (!user) return { outcome: "wrong" };
  await forgetTries(bucket);
  return { outcome: "signed_in", user: { id: user.id, name: user.name, email: user.email } };
}

async function findByPassword(email: string | null, given: unknown) {
  const password = typeof given === "string" && given.length <= 200 ? given : "";
  const user =
    email === null ? null : await db().user.findUnique({ where: { email }, include: { credential: true } });
  const right = await isPasswordRight(user?.credential?.passwordHash ?? null, password);
  return user && right && mayEnter(user) ? user : null;
}

/** The person behind an external account: the one it was linked to before, else the one with its verified address. */
export async function findExternalUser(
  account: {
    readonly provider: string;
    readonly providerAccountId: string;
    readonly accessToken: string | undefined;
  },
  profile: Readonly<Record<string, unknown>>,
): Promise<SignedInUser | null> {
  const { provider, providerAccountId } = account;
  const linked = await db().account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    include: { user: true },
  });
  if (linked) return mayEnter(linked.user) ? linked.user : null;
  const email = emailSchema.safeParse(await verifiedEmail(provider, profile, account.accessToken));
  const user = email.success ? await db().user.findUnique({ where: { email: email.data } }) : null;
  if (!user || !mayEnter(user)) return null;
  await db().account.createMany({
    data: [{ provider, providerAccountId, userId: user.id }],
    skipDuplicates: true,
  });
  return user;
}

/** The people of the demo desk have a password that everyone can read: they exist only in the embedded demo. */
function mayEnter(user: { readonly demo: boolean; readonly disabledAt: Date | null }): boolean {
  return user.disabledAt === null && (!user.demo || env().ASSAY_DEMO === "1");
}
