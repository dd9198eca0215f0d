"use client";

import { useEffect, useState } from "react";
import { languageTag } from "@/lib/core/articles/article";
import type { DeskApi, TextPreview as Preview } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";

type Seen =
  | { readonly kind: "preview"; readonly text: string; readonly preview: Preview }
  | { readonly kind: "problem"; readonly problem: Problem };

const pauseMs = 350;
const shownSentences = 300;

type PreviewProps = { readonly api: DeskApi; readonly text: string; readonly language: string | null };

/** The sentences that would become claims, as the server would cut them; nothing is saved. */
export function TextPreview({ api, text, language }: PreviewProps) {
  // While a tag is being typed it is none yet.
  const known = languageTag.safeParse(language).data ?? null;
  const seen = usePreview({ api, text, language: known });
  return (
    <section
      aria-labelledby="preview"
      className="border-t border-hairline pt-5 lg:sticky lg:top-6 lg:border-s lg:border-t-0 lg:ps-6 lg:pt-0"
    >
      <h2 id="preview" className="text-sm font-semibold">
        Preview
      </h2>
      <p role="status" className="mt-0.5 text-xs text-muted">
        {statusWords(seen, text)}
      </p>
      {seen?.kind === "preview" && text.trim() !== "" ? (
        <Sentences text={seen.text} preview={seen.preview} />
      ) : null}
    </section>
  );
}

function statusWords(seen: Seen | null, text: string): string {
  if (text.trim() === "") return "Paste the text, and its sentences appear here.";
  if (!seen) return "Looking for sentences…";
  if (seen.kind === "problem") return problemWords(seen.problem);
  const count = seen.preview.spans.length;
  return `${count} ${count === 1 ? "sentence" : "sentences"}, each will be a claim`;
}

function Sentences({ text, preview }: { readonly text: string; readonly preview: Preview }) {
  const { spans, direction } = preview;
  return (
    <>
      <ol
        dir={direction}
        className="mt-3 flex max-h-[70dvh] flex-col gap-2 overflow-y-auto pe-2"
        tabIndex={0}
        aria-label="Sentences"
      >
        {spans.slice(0, shownSentences).map(({ start, end }, place) => (
          <li key={start} className="flex gap-3 font-serif text-[0.9375rem] leading-6">
            <span
              aria-hidden="true"
              className="w-6 shrink-0 text-end font-sans text-2xs leading-6 text-muted"
            >
              {place + 1}
            </span>
            <span className="min-w-0 wrap-anywhere">{text.slice(start, end)}</span>
          </li>
        ))}
      </ol>
      {spans.length > shownSentences ? (
        <p className="mt-2 text-xs text-muted">and {spans.length - shownSentences} more</p>
      ) : null}
    </>
  );
}

function usePreview({ api, text, language }: PreviewProps): Seen | null {
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    if (text.trim() === "") return;
    let stale = false;
    const timer = setTimeout(() => {
      void api.previewText(text, language).then((answer) => {
        if (stale) return;
        setSeen(
          answer.ok
            ? { kind: "preview", text, preview: answer.value }
            : { kind: "problem", problem: answer.problem },
        );
      });
    }, pauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [api, text, language]);
  return seen;
}
