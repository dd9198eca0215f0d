"use client";

import { useState } from "react";
import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import { annotationChanges } from "@/lib/core/annotations/changes";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { HistoryLine } from "@/lib/core/events/event";
import { problemWords } from "@/lib/client/problem";
import type { WorkbenchStore } from "@/lib/client/workbench-store";
import { announce } from "@/components/ui/announcer";
import { useDesk } from "@/components/workbench/desk-context";
import { ChangesView } from "./changes-view";

type Shown =
  | { readonly kind: "closed" | "reading" }
  | { readonly kind: "open"; readonly before: AnnotationContent; readonly after: AnnotationContent }
  | { readonly kind: "failed"; readonly words: string };

type VersionChangeProps = { readonly line: HistoryLine; readonly detail: ClaimDetail };

/** What a saved version changed, asked for when somebody wants to know; one's own can be brought back as a new one. */
export function VersionChange({ line, detail }: VersionChangeProps) {
  const { store } = useDesk();
  const [shown, setShown] = useState<Shown>({ kind: "closed" });
  const saved = savedVersion(line);
  if (!saved) return null;
  const { annotationId, version } = saved;
  const isOld = annotationId === detail.own.id && version < detail.own.version;
  const mayAnnotate = detail.steps.some(({ kind }) => kind === "annotate");

  async function open() {
    setShown({ kind: "reading" });
    setShown(await readChange(store, annotationId, version));
  }

  async function bringBack() {
    const answer = await store.api.getAnnotationVersion(annotationId, version);
    if (!answer.ok) {
      setShown({ kind: "failed", words: problemWords(answer.problem) });
      return;
    }
    // Saved like anything else that is written: on top of the newest version, and undone the same way.
    await store.annotate(detail.claim.id, answer.value.content);
    announce(`Version ${version} is back, as a new version`);
  }

  return (
    <div className="mt-1">
      <p className="flex gap-3 text-xs">
        <TextButton onClick={() => (shown.kind === "open" ? setShown({ kind: "closed" }) : void open())}>
          {shown.kind === "open" ? "Hide what changed" : `What version ${version} changed`}
        </TextButton>
        {isOld && mayAnnotate ? (
          <TextButton onClick={() => void bringBack()}>{`Bring version ${version} back`}</TextButton>
        ) : null}
      </p>
      {shown.kind === "failed" ? (
        <p role="alert" className="mt-1 text-xs text-danger">
          {shown.words}
        </p>
      ) : null}
      {shown.kind === "open" ? (
        <ChangesView changes={annotationChanges(shown.before, shown.after)} scale={detail.scale} />
      ) : null}
    </div>
  );
}

function savedVersion({ type, payload }: HistoryLine) {
  if (type !== "annotation.saved" && type !== "annotation.submitted") return null;
  const { annotationId, version } = payload;
  return typeof annotationId === "string" && typeof version === "number" ? { annotationId, version } : null;
}

async function readChange(store: WorkbenchStore, annotationId: string, version: number): Promise<Shown> {
  const after = await store.api.getAnnotationVersion(annotationId, version);
  if (!after.ok) return { kind: "failed", words: problemWords(after.problem) };
  const { previous, content } = after.value;
  if (previous === null) return { kind: "open", before: emptyAnnotation, after: content };
  const before = await store.api.getAnnotationVersion(annotationId, previous);
  return before.ok
    ? { kind: "open", before: before.value.content, after: content }
    : { kind: "failed", words: problemWords(before.problem) };
}

function TextButton({ children, onClick }: { readonly children: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="min-h-6 text-accent underline underline-offset-2" onClick={onClick}>
      {children}
    </button>
  );
}
