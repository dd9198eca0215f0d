"use client";

import { useEffect, useState } from "react";
import { media, type Source } from "@/lib/core/sources/source";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { useDesk } from "@/components/workbench/desk-context";
import { fieldProblem, type Problem } from "@/lib/client/problem";
import { mediumWords } from "./stance-words";

type SourceFieldsProps = {
  readonly picked: Source | null;
  readonly onPick: (source: Source | null) => void;
  readonly problem: Problem | null;
  readonly mayChange: "yes" | "no";
};

export function SourceFields({ picked, onPick, problem, mayChange }: SourceFieldsProps) {
  const [typed, setTyped] = useState("");
  const found = useSuggestions(picked ? "" : typed);
  if (picked)
    return <PickedSource source={picked} onChange={mayChange === "yes" ? () => onPick(null) : null} />;
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label="Address"
        name="url"
        type="url"
        pattern="https?://.*"
        placeholder="https://"
        hint="Leave it empty for a phone call or a paper document"
        error={fieldProblem(problem, "url")}
        onChange={(event) => setTyped(event.target.value)}
      />
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
