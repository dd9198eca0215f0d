"use client";

import { useEffect, useRef, useState } from "react";
import type { Publication } from "@/lib/core/sources/publication";
import { media, type Source } from "@/lib/core/sources/source";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { useDesk } from "@/components/workbench/desk-context";
import { fieldProblem, type Problem } from "@/lib/client/problem";
import { LookupStatus } from "./lookup-status";
import { mediumWords } from "./stance-words";
import { useLookup } from "./use-lookup";

type SourceFieldsProps = {
  readonly picked: Source | null;
  readonly onPick: (source: Source | null) => void;
  readonly problem: Problem | null;
  readonly mayChange: "yes" | "no";
};

export function SourceFields({ picked, onPick, problem, mayChange }: SourceFieldsProps) {
  const [typed, setTyped] = useState("");
  const found = useSuggestions(picked ? "" : typed);
  const fields = useRef<HTMLDivElement>(null);
  const lookup = useLookup((publication) => fillIn(fields.current, publication));
  if (picked)
    return <PickedSource source={picked} onChange={mayChange === "yes" ? () => onPick(null) : null} />;
  return (
    <div ref={fields} className="flex flex-col gap-4">
      <TextField
        label="Address or DOI"
        name="url"
        inputMode="url"
        pattern="\s*(https?://.*|([dD][oO][iI]:\s*)?10\.\d.*)"
        title="An address that begins with https:// or http://, or a DOI such as 10.1000/182"
        placeholder="https:// or 10.1000/182"
        autoComplete="off"
        maxLength={2_000}
        hint="Title and the rest are looked up there. Leave it empty for a phone call or a paper document."
        error={fieldProblem(problem, "url")}
        onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => lookup.begin(event.clipboardData.getData("text"))}
        onBlur={(event) => lookup.begin(event.target.value)}
      />
      <LookupStatus state={lookup.state} onPick={onPick} />
      <TextField
        label="Title"
        name="title"
        required
        maxLength={500}
        autoComplete="off"
        error={fieldProblem(problem, "title")}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Suggestions found={found} onPick={onPick} />
      <SourceParticulars problem={problem} />
    </div>
  );
}

/** Puts what was found into the fields that are empty; the address becomes the one that the publication calls its own. */
function fillIn(fields: HTMLElement | null, found: Publication): void {
  if (!fields) return;
  const { url, title, publisher, author, publishedOn, medium } = found;
  const put = (name: string, value: string | null, replaces: (typed: string) => boolean) => {
    const field = fields.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
    if (field && value !== null && replaces(field.value)) field.value = value;
  };
  for (const [name, value] of Object.entries({ title, publisher, author, publishedOn })) {
    put(name, value, (typed) => typed.trim() === "");
  }
  put("url", url, () => true);
  put("medium", medium, (chosen) => chosen === "web_text");
}

type PickedSourceProps = { readonly source: Source; readonly onChange: (() => void) | null };

function PickedSource({ source, onChange }: PickedSourceProps) {
  const { title, publisher, author, publishedOn, url } = source;
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-xs font-medium">Source</p>
      <p className="text-base font-semibold wrap-anywhere">{title}</p>
      <p className="text-xs wrap-anywhere text-muted">
        {[publisher, author, publishedOn, url].filter(Boolean).join(" · ")}
      </p>
      {onChange ? (
        <Button look="plain" className="-ms-1.5" onClick={onChange}>
          Choose another
        </Button>
      ) : null}
    </div>
  );
}

function SourceParticulars({ problem }: { readonly problem: Problem | null }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <TextField
        label="Publisher"
        name="publisher"
        maxLength={200}
        error={fieldProblem(problem, "publisher")}
      />
      <TextField label="Author" name="author" maxLength={200} error={fieldProblem(problem, "author")} />
      <TextField
        label="Published"
        name="publishedOn"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        title="YYYY, YYYY-MM or YYYY-MM-DD"
        placeholder="2020-09-09"
        error={fieldProblem(problem, "publishedOn")}
      />
      <SelectField label="Kind" name="medium" defaultValue="web_text">
        {media.map((medium) => (
          <option key={medium} value={medium}>
            {mediumWords[medium]}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

type SuggestionsProps = { readonly found: readonly Source[]; readonly onPick: (source: Source) => void };

function Suggestions({ found, onPick }: SuggestionsProps) {
  return (
    <div role="status" className="-mt-2">
      {found.length > 0 ? (
        <>
          <p className="text-2xs text-muted">Already in the library:</p>
          <ul className="mt-1 divide-y divide-hairline border-y border-hairline">
            {found.slice(0, 5).map((source) => (
              <li key={source.id}>
                <button
                  type="button"
                  onClick={() => {
                    onPick(source);
                  }}
                  className="w-full py-1.5 text-start text-xs -outline-offset-2 hover:bg-panel"
                >
                  <span className="font-medium">{source.title}</span>{" "}
                  <span className="text-muted">
                    {[source.publisher, source.publishedOn].filter(Boolean).join(", ")}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** Sources of the desk's library for what is being typed, once it has paused. */
function useSuggestions(typed: string): readonly Source[] {
  const { store } = useDesk();
  const [answer, setAnswer] = useState<{ readonly typed: string; readonly items: readonly Source[] } | null>(
    null,
  );
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted.length < 3) return;
    let stale = false;
    const timer = setTimeout(() => {
      void store.api.listSources(wanted).then((found) => {
        if (!stale && found.ok) setAnswer({ typed: wanted, items: found.value.items });
      });
    }, 200);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [store, wanted]);
  return wanted.length >= 3 && answer ? answer.items : [];
}
