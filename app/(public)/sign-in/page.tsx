import type { Metadata } from "next";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { Wordmark } from "@/components/workspace/wordmark";
import { safePath } from "@/lib/client/safe-path";
import { getDemoDesk } from "@/lib/server/auth/demo";
import { listSignInProviders } from "@/lib/server/auth/providers";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = {
  readonly searchParams: Promise<{ from?: string | string[]; error?: string | string[] }>;
};

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { from, error } = await searchParams;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-12">
      <Wordmark className="text-3xl" />
      <h1 className="mt-6 font-serif text-2xl font-semibold">Sign in to your desk</h1>
      <p className="mt-1 mb-7 text-muted">Check claims, weigh evidence, publish verdicts that hold.</p>
      <SignInForm
        to={safePath(from)}
        demo={await getDemoDesk()}
        providers={listSignInProviders()}
        cameBack={error ? "failed" : null}
      />
    </main>
  );
}
