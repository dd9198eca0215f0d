import type { Metadata } from "next";
import { headers } from "next/headers";
import { AcceptForm } from "@/components/members/accept-form";
import { LinkOver } from "@/components/members/link-over";
import { Wordmark } from "@/components/workspace/wordmark";
import { findSessionActor } from "@/lib/server/auth/session-actor";
import { findInvitation } from "@/lib/server/members/queries";
import { accept } from "./actions";

// The secret stands in the address: it must not travel on as a referrer.
export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: "noindex" };

type InvitationPageProps = { readonly params: Promise<{ secret: string }> };

export default async function InvitationPage({ params }: InvitationPageProps) {
  const { secret } = await params;
  const invitation = await findInvitation(secret, new Date());
  if (!invitation) return <LinkOver what="invitation" />;
  const actor = await findSessionActor((await headers()).get("cookie"));
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-12">
      <Wordmark className="text-3xl" />
      <h1 className="mt-6 font-serif text-2xl font-semibold wrap-anywhere">Join {invitation.desk}</h1>
      <AcceptForm
        invitation={invitation}
        signedInAs={actor?.email ?? null}
        from={`/invitations/${secret}`}
        action={accept.bind(null, secret)}
      />
    </main>
  );
}
