"use client";

import { useEffect, useState } from "react";
import { languageTag } from "@/lib/core/articles/article";
import type { DeskApi, TextPreview as Preview } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";
import { Button } from "@/components/ui/button";
import { CutList } from "./cut-list";
import { decideProposals, type Row } from "./sentence-cuts";

export type Seen =
  | { readonly kind: "preview"; readonly text: string; readonly preview: Preview }
  | { readonly kind: "problem"; readonly problem: Problem };

const pauseMs = 350;

type PreviewProps = {
  readonly text: string;
  readonly seen: Seen | null;
  readonly rows: readonly Row[];
  readonly change: (rows: readonly Row[]) => void;
};

/** The sentences that will become claims, as the server would cut them, to be corrected; nothing is saved. */
export function TextPreview({ text, seen, rows, change }: PreviewProps) {
  const isShown = seen?.kind === "preview" && text.trim() !== "";
  return (
    <section
      aria-labelledby="preview"
      className="border-t border-hairline pt-5 lg:sticky lg:top-6 lg:border-s lg:border-t-0 lg:ps-6 lg:pt-0"
    >
      <h2 id="preview" className="text-sm font-semibold">
        Preview
      </h2>
      <p role="status" className="mt-0.5 text-xs text-muted">
        {statusWords(seen, text, rows)}
      </p>
      {isShown ? (
        <>
          <Proposals rows={rows} change={change} />
          <CutList text={seen.text} direction={seen.preview.direction} rows={rows} change={change} />
        </>
      ) : null}
    </section>
  );
}

function statusWords(seen: Seen | null, text: string, rows: readonly Row[]): string {
  if (text.trim() === "") return "Paste the text, and its sentences appear here.";
  if (!seen) return "Looking for sentences…";
  if (seen.kind === "problem") return problemWords(seen.problem);
  const dropped = rows.filter(({ isDropped }) => isDropped).length;
  const count = `${rows.length} ${rows.length === 1 ? "sentence" : "sentences"}`;
  return dropped === 0
    ? `${count}, each will be a claim`
    : `${count}, each will be a claim; ${dropped} of them left out of the check`;
}

function Proposals({ rows, change }: Pick<PreviewProps, "rows" | "change">) {
  const proposed = rows.filter(({ proposal }) => proposal !== null);
  if (proposed.length === 0) return null;
  const isDone = proposed.every(({ isDropped }) => isDropped);
  return (
    <div className="mt-3 border-s-3 border-warning bg-panel px-3 py-2 text-xs">
      <p>
        {proposed.length === 1 ? "One sentence looks" : `${proposed.length} sentences look`} as if it belonged
        to the page and not to the article. Left out, it stays in the text and is not checked.
      </p>
      <Button look="plain" onClick={() => change(decideProposals(rows, !isDone))}>
        {isDone ? "Check them after all" : "Leave all of these out"}
      </Button>
    </div>
  );
}

type Asked = {
  readonly api: DeskApi;
  readonly text: string;
  readonly language: string;
  readonly url: string;
};

/** What the server makes of the text, a moment after it was last changed. */
export function usePreview({ api, text, language, url }: Asked): Seen | null {
  const [seen, setSeen] = useState<Seen | null>(null);
  // While a tag or an address is being typed it is none yet.
  const tag = languageTag.safeParse(language.trim()).data ?? null;
  const address = /^https?:\/\/./.test(url) && URL.canParse(url) ? url : null;
  useEffect(() => {
    if (text.trim() === "") return;
    let stale = false;
    const timer = setTimeout(() => {
      void api.previewText({ text, language: tag, url: address }).then((answer) => {
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
  }, [api, text, tag, address]);
  return seen;
}
