"use client";

import { useState } from "react";
import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { Scale } from "@/lib/core/verdicts/scale";
import { problemWords } from "@/lib/client/problem";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workbench/desk-context";
import { AnnotationView } from "./annotation-view";

type VersionLinkProps = {
  readonly annotationId: string;
  readonly version: number;
  readonly scale: Scale;
};

type Shown =
  | { readonly kind: "closed" | "reading" }
  | { readonly kind: "open"; readonly content: AnnotationContent }
  | { readonly kind: "failed"; readonly words: string };

/** Opens a version of an annotation as it was when somebody judged it. */
export function VersionLink({ annotationId, version, scale }: VersionLinkProps) {
  const { store } = useDesk();
  const [shown, setShown] = useState<Shown>({ kind: "closed" });
  async function open() {
    setShown({ kind: "reading" });
    const answer = await store.api.getAnnotationVersion(annotationId, version);
    setShown(
      answer.ok
        ? { kind: "open", content: answer.value.content }
        : { kind: "failed", words: problemWords(answer.problem) },
    );
  }
  return (
    <>
      <button
        type="button"
        className="text-accent underline underline-offset-2"
        aria-busy={shown.kind === "reading"}
        onClick={() => void open()}
      >
        version {version}
      </button>
      {shown.kind === "open" || shown.kind === "failed" ? (
        <Dialog
          title={`Version ${version}, as it was`}
          onClose={() => {
            setShown({ kind: "closed" });
          }}
        >
          {shown.kind === "open" ? (
            <AnnotationView content={shown.content} scale={scale} />
          ) : (
            <p role="alert" className="text-sm text-danger">
              {shown.words}
            </p>
          )}
        </Dialog>
      ) : null}
    </>
  );
}
