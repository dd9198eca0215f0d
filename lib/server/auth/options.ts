import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env, origin } from "../env";
import { clientAddress } from "../http/client-address";
import { externalProviders } from "./providers";
import { findSession, openSession, sessionMaxAgeSeconds } from "./session-store";
import { findExternalUser, signInWithPassword } from "./sign-in";

export function sessionCookieName(): string {
  return origin().startsWith("https:") ? "__Host-assay.session" : "assay.session";
}

/** Who signs in: what their browser calls itself, and how the session ends that it had before. */
type Arriving = { readonly userAgent?: string | null; readonly endEarlier?: () => Promise<void> };

const nothingEarlier = () => Promise.resolve();

/**
 * next-auth keeps a signed cookie; what counts is the session row that it names. Each request looks the row up, so that
 * signing out, removing a member or disabling an account takes effect at once.
 */
export function authOptions({
  userAgent = null,
  endEarlier = nothingEarlier,
}: Arriving = {}): NextAuthOptions {
  return {
    secret: env().ASSAY_SECRET,
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: origin().startsWith("https:"),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: origin().startsWith("https:") },
      },
    },
    providers: [passwordProvider(), ...externalProviders()],
    callbacks: {
      redirect({ url }) {
        const target = URL.canParse(url, origin()) ? new URL(url, origin()) : null;
        return target?.origin === origin() ? target.href : origin();
      },
      async signIn({ user, account, profile }) {
        if (account?.type !== "oauth") return true;
        const { provider, providerAccountId, access_token: accessToken } = account;
        const known = await findExternalUser({ provider, providerAccountId, accessToken }, { ...profile });
        if (!known) return "/sign-in?error=NotInvited";
        user.id = known.id;
        return true;
      },
      async jwt({ token, user, trigger }) {
        if (trigger !== "signIn") return token;
        // The cookie of before is overwritten: its session would stand in the person's list as a browser nobody has.
        await endEarlier();
        return { sub: user.id, sid: await openSession(user.id, new Date(), userAgent) };
      },
      async session({ session, token }) {
        const sid = token["sid"];
        const known = typeof sid === "string" ? await findSession(sid, new Date()) : null;
        return known
          ? { expires: session.expires, user: { name: known.user.name, email: known.user.email } }
          : { expires: session.expires };
      },
    },
  };
}

function passwordProvider() {
  return Credentials({
    name: "E-mail and password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(credentials, request) {
      const headers = (request.headers ?? {}) as Readonly<Record<string, unknown>>;
      const forwarded = headers["x-forwarded-for"];
      const result = await signInWithPassword(
        { email: credentials?.email, password: credentials?.password },
        new Date(),
        clientAddress(typeof forwarded === "string" ? forwarded : null),
      );
      if (result.outcome === "too_many") throw new Error(`too_many:${result.retryAfterSeconds}`);
      return result.outcome === "signed_in" ? { ...result.user } : null;
    },
  });
}
