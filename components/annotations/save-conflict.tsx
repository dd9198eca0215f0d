"use client";

import { useState } from "react";
import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { MergedField } from "@/lib/core/annotations/merge";
import type { Scale } from "@/lib/core/verdicts/scale";
import { choicesOf } from "@/lib/client/save-conflict";
import type { SaveItem, SavePhase } from "@/lib/client/save-item";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workbench/desk-context";
import { AnnotationView } from "./annotation-view";

type ConflictProps = {
  readonly item: SaveItem;
  readonly phase: Extract<SavePhase, { kind: "conflict" }>;
  readonly scale: Scale;
};

/** One annotation that was changed in two places: what was kept, and the way to choose. */
export function Conflict(props: ConflictProps) {
  const { item, phase } = props;
  const [comparing, setComparing] = useState<"yes" | "no">("no");
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
        You have saved version {phase.current.own.version} elsewhere while you wrote this one, which started
        from version {item.base}. Nothing is lost: what you wrote here is kept on this device until you
        choose.
      </Banner>
      {comparing === "yes" ? (
        <Dialog title="Changed in two places" width="wide" onClose={() => setComparing("no")}>
          <Sides {...props} />
        </Dialog>
      ) : null}
    </>
  );
}

const fieldWords: Record<MergedField, string> = {
  verdict: "the verdict",
  confidence: "the confidence",
  rationale: "the reasons",
  citations: "a source",
  searches: "a search",
  noSourceFound: "whether a source was found",
};

const listed = new Intl.ListFormat("en", { type: "conjunction" });

function choiceWords(overlaps: readonly MergedField[]): string {
  if (overlaps.length === 0)
    return "What you changed here and elsewhere does not overlap: both changes stand together on one side. Look at them before you hand them in.";
  const names = listed.format(overlaps.map((name) => fieldWords[name]));
  return `Both places changed ${names}: choose. What only one of them changed stands on both sides already.`;
}

/** Both sides, each with what the other changed elsewhere; where nothing overlaps, both together beside the saved one. */
function Sides({ item, phase, scale }: ConflictProps) {
  const { store } = useDesk();
  const { claimId } = item;
  const { version } = phase.current.own;
  const { mine, theirs, overlaps } = choicesOf(item, phase);
  const isSubmission = item.edits.some(({ submit }) => submit);
  return (
    <>
      {overlaps ? <p className="mb-4 text-sm text-muted">{choiceWords(overlaps)}</p> : null}
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
        <Side
          heading={overlaps?.length === 0 ? "Both together" : "Here, not saved yet"}
          side="mine"
          content={mine}
          scale={scale}
        >
          <Button look="primary" className="mt-auto self-start" onClick={() => store.settle(claimId, "mine")}>
            {isSubmission ? "Submit" : "Keep"} this, as version {version + 1}
          </Button>
        </Side>
        <Side heading={`Saved, version ${version}`} side="theirs" content={theirs} scale={scale}>
          <Button className="mt-auto self-start" onClick={() => store.settle(claimId, "theirs")}>
            Take the saved one
          </Button>
        </Side>
      </div>
    </>
  );
}

type SideProps = {
  readonly heading: string;
  readonly side: "mine" | "theirs";
  readonly content: AnnotationContent;
  readonly scale: Scale;
  readonly children: React.ReactNode;
};

function Side({ heading, side, content, scale, children }: SideProps) {
  const line = side === "mine" ? "border-accent" : "border-hairline";
  return (
    <section className={`flex flex-col gap-3 border-s-2 ps-4 ${line}`}>
      <h3 className="text-xs font-semibold">{heading}</h3>
      <AnnotationView content={content} scale={scale} />
      {children}
    </section>
  );
}

type MergedProps = { readonly claimId: string; readonly version: number | undefined };

/** Two changes of one annotation were laid together: said until the reader has seen it, one undo away. */
export function MergedNote({ claimId, version }: MergedProps) {
  const { store, undo } = useDesk();
  if (version === undefined) return null;
  return (
    <Banner
      look="info"
      title={`Merged with version ${version}`}
      actions={
        <>
          <Button onClick={() => store.forgetMerged(claimId)}>Good</Button>
          <Button
            look="plain"
            onClick={() => {
              store.forgetMerged(claimId);
              undo();
            }}
          >
            Undo the merge
          </Button>
        </>
      }
    >
      You saved version {version} elsewhere while you wrote here. What you changed in the two places did not
      overlap: both changes are kept. Version {version} stays in the history.
    </Banner>
  );
}
