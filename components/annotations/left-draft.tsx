"use client";

import { useState } from "react";
import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { LeftDraft } from "@/lib/client/drafts";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workbench/desk-context";
import { AnnotationView } from "./annotation-view";

type LeftDraftProps = {
  readonly left: LeftDraft;
  /** The words as they stand on this screen. */
  readonly here: AnnotationContent;
  readonly detail: ClaimDetail;
};

/** A draft that a closed tab left beside other words on the same claim: the reader says which of them stands. */
export function LeftDraftChoice(props: LeftDraftProps) {
  const [comparing, setComparing] = useState<"yes" | "no">("no");
  return (
    <>
      <Banner
        look="error"
        title="Another draft of yours"
        actions={
          <Button look="primary" onClick={() => setComparing("yes")}>
            Compare and choose
          </Button>
        }
      >
        A tab that was closed left a draft of this claim that was not saved. It is kept on this device until
        you choose.
      </Banner>
      {comparing === "yes" ? (
        <Dialog title="Another draft of yours" width="wide" onClose={() => setComparing("no")}>
          <Sides {...props} />
        </Dialog>
      ) : null}
    </>
  );
}

function Sides({ left, here, detail: { scale, steps } }: LeftDraftProps) {
  const { store } = useDesk();
  const { content } = left.edits.at(-1) ?? left.edits[0];
  const mayAnnotate = steps.some(({ kind }) => kind === "annotate");
  return (
    <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
      <section className="flex flex-col gap-3 border-s-2 border-accent ps-4">
        <h3 className="text-xs font-semibold">From the closed tab, not saved</h3>
        <AnnotationView content={content} scale={scale} />
        {mayAnnotate ? (
          <Button look="primary" className="mt-auto self-start" onClick={() => void store.chooseLeft(left)}>
            Use this one, as a new version
          </Button>
        ) : null}
      </section>
      <section className="flex flex-col gap-3 border-s-2 border-hairline ps-4">
        <h3 className="text-xs font-semibold">As it stands here</h3>
        <AnnotationView content={here} scale={scale} />
        <Button className="mt-auto self-start" onClick={() => store.saver.giveUp(left)}>
          Leave it so, give up the other
        </Button>
      </section>
    </div>
  );
}
