"use client";

import { lazy, Suspense } from "react";
import type { Person } from "@/lib/core/annotations/annotation";

// What reads Markdown comes with the first note that is shown.
const NoteText = lazy(() => import("./note-text").then((module) => ({ default: module.NoteText })));

/** Until it is there, the words as they were typed. */
export function LazyNoteText(props: { readonly body: string; readonly mentions: readonly Person[] }) {
  return (
    <Suspense
      fallback={
        <p dir="auto" className="mt-0.5 text-sm wrap-anywhere whitespace-pre-wrap">
          {props.body}
        </p>
      }
    >
      <NoteText {...props} />
    </Suspense>
  );
}
