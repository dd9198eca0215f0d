"use client";

import { Suspense, useState } from "react";
import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { EvidenceColumns } from "@/components/sources/evidence-columns";
import { SearchList } from "@/components/sources/search-list";
import { SourceDialog } from "@/components/sources/lazy-dialogs";
import { Guidelines } from "@/components/verdicts/guidelines";
import { VerdictPicker } from "@/components/verdicts/verdict-picker";
import { useDesk } from "@/components/workbench/desk-context";
import { keepEvidenceAgain } from "@/lib/client/source-requests";
import { useShortcuts } from "@/components/keys/keys-context";
import { ConfidencePicker } from "./confidence";
import { useKeptCaret } from "./use-kept-caret";

type FormProps = { readonly detail: ClaimDetail; readonly content: AnnotationContent };

/** The reader's own annotation. Every change goes to the saver at once; there is no save button to forget. */
export function AnnotationForm({ detail, content }: FormProps) {
  const { store } = useDesk();
  const claimId = detail.claim.id;
  const change = (part: Partial<AnnotationContent>) => void store.annotate(claimId, part);
  return (
    <div className="flex flex-col gap-5">
      <section>
        <div className="mb-2 flex items-baseline justify-between text-xs text-muted">
          <h3 className="font-semibold">Your verdict</h3>
          <span className="hidden lg:inline">press a digit</span>
        </div>
        <VerdictPicker
          scale={detail.scale}
          chosen={content.verdict}
          label="Your verdict"
          keys="shown"
          onChoose={(verdict) => {
            change({ verdict });
          }}
        />
        <Guidelines scale={detail.scale} />
      </section>
      <Rationale key={claimId} claimId={claimId} content={content} />
      <Evidence claimId={claimId} content={content} />
    </div>
  );
}

function Rationale({ claimId, content }: { readonly claimId: string; readonly content: AnnotationContent }) {
  const { store } = useDesk();
  const { rationale } = useShortcuts();
  const { field, note } = useKeptCaret(content.rationale);
  return (
    <section>
      <div className="mb-1 flex items-center justify-between gap-3">
        <label htmlFor="rationale" className="text-xs font-semibold text-muted">
          Why <Kbd>{rationale.shown}</Kbd>
        </label>
        <ConfidencePicker
          confidence={content.confidence}
          onChoose={(confidence) => void store.annotate(claimId, { confidence })}
        />
      </div>
      <textarea
        ref={field}
        id="rationale"
        dir="auto"
        value={content.rationale}
        maxLength={100_000}
        placeholder="What the evidence shows, in words a reader can follow"
        aria-keyshortcuts={rationale.key}
        onSelect={note}
        onChange={(event) => {
          note(event);
          void store.annotate(claimId, { rationale: event.target.value }, { when: "after_typing" });
        }}
        onBlur={() => {
          store.saver.flush(claimId);
        }}
        className="block field-sizing-content max-h-96 min-h-20 w-full rounded-md border border-control bg-paper px-3 py-2 font-serif text-base leading-6"
      />
    </section>
  );
}

function Evidence({ claimId, content }: { readonly claimId: string; readonly content: AnnotationContent }) {
  const { store, open } = useDesk();
  const [editing, setEditing] = useState<number | null>(null);
  const { citations, searches, noSourceFound } = content;
  const edited = editing === null ? undefined : citations[editing];
  const change = (part: Partial<AnnotationContent>) => void store.annotate(claimId, part);
  return (
    <section className="flex flex-col gap-3">
      <div className="flex items-center justify-between">
        <h3 className="text-xs font-semibold text-muted">Evidence</h3>
        <div className="-me-1.5 flex">
          <OpenButton words="add source" shortcut="source" onClick={() => open("source")} />
          <OpenButton words="log search" shortcut="search_log" onClick={() => open("search")} />
        </div>
      </div>
      <EvidenceColumns
        citations={citations}
        searches={searches}
        onRetry={() => void keepEvidenceAgain(store.api, claimId).then(() => store.reload(claimId))}
        gapActions={() => <GapWords />}
        actions={(place) => (
          <>
            <SmallButton onClick={() => setEditing(place)}>Edit</SmallButton>
            <SmallButton onClick={() => change({ citations: citations.toSpliced(place, 1) })}>
              Remove
            </SmallButton>
          </>
        )}
      />
      <SearchList
        searches={searches}
        sources={citations.length}
        noSourceFound={noSourceFound}
        actions={(place) => (
          <SmallButton onClick={() => change({ searches: searches.toSpliced(place, 1) })}>Remove</SmallButton>
        )}
      />
      {searches.length > 0 && citations.every(({ stance }) => stance === "context") ? (
        <Choice
          kind="checkbox"
          label="No source found: that is the answer"
          hint="It was searched for as the log says, and nothing speaks for or against it"
          checked={noSourceFound}
          onChange={(event) => change({ noSourceFound: event.target.checked })}
        />
      ) : null}
      {edited && editing !== null ? (
        <Suspense fallback={null}>
          <SourceDialog
            citation={edited}
            onClose={() => setEditing(null)}
            onCite={(citation) =>
              change({ citations: citations.with(editing, citation), noSourceFound: false })
            }
          />
        </Suspense>
      ) : null}
    </section>
  );
}

function GapWords() {
  const shortcuts = useShortcuts();
  return (
    <p className="mt-1">
      Add a source <Kbd>{shortcuts.source.shown}</Kbd> or log a search <Kbd>{shortcuts.search_log.shown}</Kbd>
    </p>
  );
}

function SmallButton({ children, onClick }: { readonly children: string; readonly onClick: () => void }) {
  return (
    <Button look="plain" className="min-h-6 text-2xs underline decoration-hairline" onClick={onClick}>
      {children}
    </Button>
  );
}

type OpenButtonProps = {
  readonly words: string;
  readonly shortcut: "source" | "search_log";
  readonly onClick: () => void;
};

function OpenButton({ words, shortcut, onClick }: OpenButtonProps) {
  const { key, shown } = useShortcuts()[shortcut];
  return (
    <Button look="plain" className="text-xs" aria-keyshortcuts={key} onClick={onClick}>
      <Kbd>{shown}</Kbd> {words}
    </Button>
  );
}
