import "server-only";
import type { OAuthConfig, Provider } from "next-auth/providers/index";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { z } from "zod";
import { env } from "../env";

type OidcProfile = { readonly sub: string; readonly name?: string; readonly email?: string };

/** The sign-in providers that the environment configures; each needs its id and its secret. */
export function externalProviders(): readonly Provider[] {
  const settings = env();
  const providers: Provider[] = [];
  if (settings.GOOGLE_CLIENT_ID && settings.GOOGLE_CLIENT_SECRET) {
    providers.push(
      Google({ clientId: settings.GOOGLE_CLIENT_ID, clientSecret: settings.GOOGLE_CLIENT_SECRET }),
    );
  }
  if (settings.GITHUB_CLIENT_ID && settings.GITHUB_CLIENT_SECRET) {
    providers.push(
      GitHub({ clientId: settings.GITHUB_CLIENT_ID, clientSecret: settings.GITHUB_CLIENT_SECRET }),
    );
  }
  if (settings.OIDC_ISSUER && settings.OIDC_CLIENT_ID && settings.OIDC_CLIENT_SECRET) {
    providers.push(openIdConnect(settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET));
  }
  return providers;
}

export function listSignInProviders(): readonly { readonly id: string; readonly name: string }[] {
  return externalProviders().map(({ id, name }) => ({ id, name }));
}

function openIdConnect(issuer: string, clientId: string, clientSecret: string): OAuthConfig<OidcProfile> {
  return {
    id: "oidc",
    name: env().OIDC_NAME,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    profile: ({ sub, name, email }) => ({ id: sub, name: name ?? email ?? sub, email: email ?? null }),
  };
}

const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** The address that the provider has verified, or null: an unverified one proves nothing about who somebody is. */
export async function verifiedEmail(
  provider: string,
  profile: Readonly<Record<string, unknown>>,
  accessToken: string | undefined,
): Promise<string | null> {
  if (provider !== "github") {
    return profile["email_verified"] === true && typeof profile["email"] === "string"
      ? profile["email"]
      : null;
  }
  const response = await fetch("https://api.github.com/user/emails", {
    headers: { authorization: `Bearer ${accessToken ?? ""}`, "user-agent": "assay" },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) return null;
  const emails = githubEmails.safeParse(await response.json());
  return emails.data?.find((entry) => entry.primary && entry.verified)?.email ?? null;
}
