import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SetupForm } from "@/components/setup/setup-form";
import { Wordmark } from "@/components/workspace/wordmark";
import { isSetupLinkOpen } from "@/lib/server/workspaces/queries";
import { setUp } from "./actions";

// The secret stands in the address: it must not travel on as a referrer.
export const metadata: Metadata = { title: "Set up", referrer: "no-referrer", robots: "noindex" };

type SetupPageProps = { readonly params: Promise<{ secret: string }> };

export default async function SetupPage({ params }: SetupPageProps) {
  const { secret } = await params;
  if (!(await isSetupLinkOpen(secret, new Date()))) notFound();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-12">
      <Wordmark className="text-3xl" />
      <h1 className="mt-6 font-serif text-2xl font-semibold">Set up your desk</h1>
      <p className="mt-1 mb-7 text-muted">You become its owner. This link works once.</p>
      <SetupForm action={setUp.bind(null, secret)} />
    </main>
  );
}
