"use client";

import { useEffect, useRef } from "react";
import type { SaveStatus } from "@/lib/client/save-status";
import { announce } from "@/components/ui/announcer";
import { classNames } from "@/components/ui/class-names";

const tones: Record<SaveStatus["kind"], string> = {
  idle: "text-muted",
  saved: "text-good",
  saving: "text-muted",
  offline: "text-warning",
  signed_out: "text-danger",
  conflict: "text-danger",
  failed: "text-danger",
};

export function saveWords(status: SaveStatus): string {
  switch (status.kind) {
    case "idle":
      return "";
    case "saved":
      return `${status.submitted ? "Submitted" : "Saved"}, version ${status.version}`;
    case "saving":
      return "Saving…";
    case "offline":
      return `Offline, ${status.waiting} waiting`;
    case "signed_out":
      return `Signed out, ${status.waiting} kept here`;
    case "conflict":
      return "Conflict: choose";
    case "failed":
      return "Not saved: see why";
  }
}

type SaveStateProps = { readonly status: SaveStatus; readonly onShowClaim: (claimId: string) => void };

/** Always on the screen: whether what was written is safe, and where it is not. */
export function SaveState({ status, onShowClaim }: SaveStateProps) {
  const words = saveWords(status);
  useSpoken(status.kind, words);
  const look = classNames("max-w-40 truncate text-sm sm:max-w-none", tones[status.kind]);
  if (status.kind === "conflict" || status.kind === "failed") {
    const [first] = status.claimIds;
    return (
      <button
        type="button"
        className={classNames(look, "font-semibold underline")}
        onClick={() => first && onShowClaim(first)}
      >
        {words}
      </button>
    );
  }
  return (
    <span className={look}>
      {status.kind === "saved" ? <span aria-hidden="true">✓ </span> : null}
      {words}
    </span>
  );
}

/** Every change but "saving" is told: that one comes with each key press and is always followed by another. */
function useSpoken(kind: SaveStatus["kind"], words: string): void {
  const last = useRef(words);
  useEffect(() => {
    if (last.current === words) return;
    last.current = words;
    if (kind !== "saving" && kind !== "idle") announce(words);
  }, [kind, words]);
}
