import type { Metadata } from "next";
import { LinkOver } from "@/components/members/link-over";
import { ResetForm } from "@/components/members/reset-form";
import { Wordmark } from "@/components/workspace/wordmark";
import { findReset } from "@/lib/server/members/queries";
import { reset } from "./actions";

// The secret stands in the address: it must not travel on as a referrer.
export const metadata: Metadata = { title: "New password", referrer: "no-referrer", robots: "noindex" };

type ResetPageProps = { readonly params: Promise<{ secret: string }> };

export default async function ResetPage({ params }: ResetPageProps) {
  const { secret } = await params;
  const found = await findReset(secret, new Date());
  if (!found) return <LinkOver what="link" />;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-12">
      <Wordmark className="text-3xl" />
      <h1 className="mt-6 font-serif text-2xl font-semibold wrap-anywhere">
        A new password for {found.name}
      </h1>
      <p className="mt-1 mb-7 text-muted">You are signed out everywhere when it is set.</p>
      <ResetForm action={reset.bind(null, secret)} />
    </main>
  );
}
