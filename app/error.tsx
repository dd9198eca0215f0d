"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { HomeLink } from "@/components/workspace/home-link";
import { Wordmark } from "@/components/workspace/wordmark";

type ErrorPageProps = { readonly error: Error & { digest?: string }; readonly retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center px-5 py-12">
      <Wordmark />
      <h1 className="mt-6 font-serif text-3xl font-semibold">This page could not be shown</h1>
      <p className="mt-3 text-muted">
        Something failed on our side. What you wrote is kept on this device and is sent as soon as the page
        works again.
      </p>
      {error.digest ? (
        <p className="mt-2 text-xs text-muted">
          If it keeps happening, tell whoever runs your desk this number: {error.digest}
        </p>
      ) : null}
      <p className="mt-6 flex gap-3">
        <Button look="primary" onClick={retry}>
          Try again
        </Button>
        <HomeLink look="outline" />
      </p>
    </main>
  );
}
