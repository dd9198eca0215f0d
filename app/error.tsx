"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { HomeLink } from "@/components/workspace/home-link";
import { Wordmark } from "@/components/workspace/wordmark";

type ErrorPageProps = { readonly error: Error & { digest?: string }; readonly retry: () => void };

const failed = {
  title: "This page could not be shown",
  what: "Something failed on our side. What you wrote is kept on this device and is sent as soon as the page works again.",
  again: "Try again",
};

const outdated = {
  title: "A part of this page could not be fetched",
  what:
    "Either the line is down, or Assay has been renewed since this page was opened and its parts are elsewhere now. " +
    "What you wrote is kept on this device; load the page anew to go on with it.",
  again: "Load the page anew",
};

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const isOutdated = error.name === "ChunkLoadError";
  const { title, what, again } = isOutdated ? outdated : failed;
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center px-5 py-12">
      <Wordmark />
      <h1 className="mt-6 font-serif text-3xl font-semibold">{title}</h1>
      <p className="mt-3 text-muted">{what}</p>
      {error.digest ? (
        <p className="mt-2 text-xs text-muted">
          If it keeps happening, tell whoever runs your desk this number: {error.digest}
        </p>
      ) : null}
      <p className="mt-6 flex gap-3">
        <Button
          look="primary"
          onClick={() => {
            // A script that did not come stays so until the page is another one.
            if (isOutdated) location.reload();
            else retry();
          }}
        >
          {again}
        </Button>
        <HomeLink look="outline" />
      </p>
    </main>
  );
}
