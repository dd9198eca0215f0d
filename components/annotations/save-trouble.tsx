"use client";

import { useState } from "react";
import type { OwnAnnotation } from "@/lib/core/annotations/annotation";
import type { SaveItem } from "@/lib/client/save-item";
import { newest } from "@/lib/client/save-item";
import { problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Scale } from "@/lib/core/verdicts/scale";
import { useDesk } from "@/components/workbench/desk-context";
import { AnnotationView } from "./annotation-view";

type TroubleProps = { readonly item: SaveItem | undefined; readonly scale: Scale };

/** What keeps the reader's words from being saved, what was kept, and the ways on. */
export function SaveTrouble({ item, scale }: TroubleProps) {
  if (!item) return null;
  const { phase } = item;
  switch (phase.kind) {
    case "conflict":
      return <Conflict item={item} scale={scale} />;
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

type ConflictProps = { readonly item: SaveItem; readonly scale: Scale };

function Conflict({ item, scale }: ConflictProps) {
  const [comparing, setComparing] = useState<"yes" | "no">("no");
  if (item.phase.kind !== "conflict") return null;
  const { own } = item.phase.current;
  return (
    <>
      <Banner
        look="error"
        title="Changed in two places"
        actions={
          <Button look="primary" onClick={() => setComparing("yes")}>
            Compare and choose
          </Button>
        }
      >
        You have saved version {own.version} elsewhere while you wrote this one, which started from version{" "}
        {item.base}. Nothing is lost: what you wrote here is kept on this device until you choose.
      </Banner>
      {comparing === "yes" ? (
        <Dialog title="Changed in two places" width="wide" onClose={() => setComparing("no")}>
          <ConflictSides item={item} own={own} scale={scale} />
        </Dialog>
      ) : null}
    </>
  );
}

function ConflictSides({ item, own, scale }: ConflictProps & { readonly own: OwnAnnotation }) {
  const { store } = useDesk();
  const { claimId } = item;
  return (
    <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
      <section className="flex flex-col gap-3 border-s-2 border-accent ps-4">
        <h3 className="text-xs font-semibold">Here, not saved yet</h3>
        <AnnotationView content={newest(item).content} scale={scale} />
        <Button look="primary" className="mt-auto self-start" onClick={() => store.saver.keepMine(claimId)}>
          Keep this, as version {own.version + 1}
        </Button>
      </section>
      <section className="flex flex-col gap-3 border-s-2 border-hairline ps-4">
        <h3 className="text-xs font-semibold">Saved, version {own.version}</h3>
        <AnnotationView content={own.content} scale={scale} />
        <Button className="mt-auto self-start" onClick={() => store.saver.takeTheirs(claimId)}>
          Take the saved one
        </Button>
      </section>
    </div>
  );
}
