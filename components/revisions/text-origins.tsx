"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import type { useNewVersion } from "./use-new-version";

type OriginsProps = {
  /** The article's own address. */
  readonly url: string | null;
  readonly revision: number;
  readonly current: string;
  readonly version: ReturnType<typeof useNewVersion>;
};

/** Where the new text can come from, while nothing is written that it would take the place of. */
export function TextOrigins({ url, revision, current, version: { busy, change, fetchFrom } }: OriginsProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const isIdle = busy === "idle";
  return (
    <>
      {url === null ? null : (
        <Button look="plain" disabled={!isIdle} onClick={() => fetchFrom(url)}>
          {busy === "fetching" ? "Fetching…" : `Fetch it from ${new URL(url).hostname}`}
        </Button>
      )}
      <Button look="plain" disabled={!isIdle} onClick={() => chooser.current?.click()}>
        Read it from a file
      </Button>
      <input
        ref={chooser}
        type="file"
        aria-label="File with the new text"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) fetchFrom(file);
          event.target.value = "";
        }}
      />
      <Button look="plain" disabled={!isIdle} onClick={() => change(current)}>
        Start from the text of revision {revision}
      </Button>
    </>
  );
}
