"use client";

import type { SaveItem } from "@/lib/client/save-item";
import { problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import type { Scale } from "@/lib/core/verdicts/scale";
import { useDesk } from "@/components/workbench/desk-context";
import { Conflict } from "./save-conflict";

type TroubleProps = { readonly item: SaveItem | undefined; readonly scale: Scale };

/** What keeps the reader's words from being saved, what was kept, and the ways on. */
export function SaveTrouble({ item, scale }: TroubleProps) {
  if (!item) return null;
  const { phase } = item;
  switch (phase.kind) {
    case "conflict":
      return <Conflict item={item} phase={phase} scale={scale} />;
    case "refused":
      return <Refused item={item} problem={phase.problem} />;
    case "signed_out":
      return (
        <Banner look="error" title="You are signed out" actions={<SignInLink />}>
          Your draft is kept on this device and is sent as soon as you are back.
        </Banner>
      );
    case "waiting":
    case "sending":
    case "backing_off":
      return null;
  }
}

type RefusedProps = { readonly item: SaveItem; readonly problem: Problem };

function Refused({ item: { claimId, edits }, problem }: RefusedProps) {
  const { store } = useDesk();
  const behind = edits.length > 1 && edits[0].submit;
  return (
    <Banner
      look="error"
      title={behind ? "This was not submitted" : "This was not saved"}
      actions={
        <>
          <Button onClick={() => store.saver.retry(claimId)}>Try again</Button>
          <Button look="plain" onClick={() => store.saver.discard(claimId)}>
            {behind ? "Give up the submission" : "Give up my change"}
          </Button>
        </>
      }
    >
      {problemWords(problem)} Your words are kept on this device.
      {behind ? " What you wrote since waits behind it; submit again to hand in all of it." : null}
    </Banner>
  );
}

function SignInLink() {
  const { member } = useDesk();
  return (
    <a
      href={`/sign-in?from=${encodeURIComponent(`/w/${member.workspace.slug}`)}`}
      target="_blank"
      className={buttonClass("primary")}
    >
      Sign in again
    </a>
  );
}
