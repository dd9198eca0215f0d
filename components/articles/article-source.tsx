"use client";

import { useRef, useState, type DragEvent } from "react";
import { encodings } from "@/lib/core/formats/encodings";
import { problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { SelectField, TextField } from "@/components/ui/field";
import type { Reading } from "./use-reading";

const accepted = ".txt,.md,.markdown,.html,.htm,.docx,.pdf,.jsonl,.ndjson,.json,.csv,.tsv,.xlsx";

type SourceProps = { readonly reading: Reading; readonly take: (file: File) => void };

/** Where the text can come from besides the clipboard: a file, dropped or chosen, or an address. */
export function ArticleSource({ reading, take }: SourceProps) {
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) take(file);
  };
  return (
    <section
      aria-label="From a file or an address"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classNames(
        "flex flex-col gap-3 rounded-lg border border-dashed p-4",
        isOver ? "border-accent bg-panel" : "border-control",
      )}
    >
      <div className="grid items-end gap-x-6 gap-y-3 sm:grid-cols-[auto_minmax(0,1fr)]">
        <FileChoice busy={reading.busy !== null} take={take} />
        <AddressChoice reading={reading} />
      </div>
      <p className="text-2xs text-muted">
        Text, Markdown, web page, Word or PDF; or many articles as JSON Lines, CSV, XLSX or JSON. You can drop
        a file here; what is in it appears below, to be looked at before anything is saved.
      </p>
      <ReadingState reading={reading} />
    </section>
  );
}

function FileChoice({ busy, take }: { readonly busy: boolean; readonly take: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accepted}
        aria-label="Choose a file"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) take(file);
          // The same file may be chosen again.
          event.target.value = "";
        }}
      />
      <Button disabled={busy} onClick={() => input.current?.click()}>
        Choose a file…
      </Button>
    </>
  );
}

function AddressChoice({ reading }: { readonly reading: Reading }) {
  const [address, setAddress] = useState("");
  const fetchIt = () => {
    if (address.trim() !== "" && reading.busy === null) reading.fromAddress(address.trim());
  };
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <TextField
          label="Or the address of a page"
          type="url"
          placeholder="https://"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            // Enter fetches the page; it must not send a form whose text is not there yet.
            if (event.key !== "Enter") return;
            event.preventDefault();
            fetchIt();
          }}
        />
      </div>
      <Button disabled={reading.busy !== null} onClick={fetchIt}>
        Fetch
      </Button>
    </div>
  );
}

function ReadingState({ reading }: { readonly reading: Reading }) {
  const { busy, refused, read } = reading;
  if (busy !== null) {
    return (
      <p role="status" className="text-xs wrap-anywhere text-muted">
        Reading {busy}…
      </p>
    );
  }
  if (refused) return <ReadingTrouble problem={refused.problem} choose={reading.again} />;
  if (!read) return null;
  const { encoding, leftOut } = read.found;
  const mayBeWrong = read.file !== null && encoding !== null && encoding !== "utf-8";
  return (
    <>
      <p role="status" className="text-xs wrap-anywhere">
        Read from {read.from}. Look it over below before you bring it in.
      </p>
      {mayBeWrong ? <EncodingChoice value={encoding} choose={reading.again} /> : null}
      {leftOut.length > 0 ? <LeftOut passages={leftOut} /> : null}
    </>
  );
}

type TroubleProps = { readonly problem: Problem; readonly choose: (encoding: string) => void };

function ReadingTrouble({ problem, choose }: TroubleProps) {
  const asksForEncoding = problem.fields.some(({ field }) => field === "/encoding");
  return (
    <>
      <Banner look="error" title="It could not be read">
        {problem.fields[0]?.message ?? problemWords(problem)} Nothing was saved.
      </Banner>
      {asksForEncoding ? <EncodingChoice value="" choose={choose} /> : null}
    </>
  );
}

type EncodingChoiceProps = { readonly value: string; readonly choose: (encoding: string) => void };

function EncodingChoice({ value, choose }: EncodingChoiceProps) {
  return (
    <SelectField
      label="Letters were read as"
      hint="If letters look wrong, choose another encoding, and the file is read again."
      value={value}
      onChange={(event) => {
        if (event.target.value !== "") choose(event.target.value);
      }}
    >
      {value === "" ? <option value="">Choose an encoding</option> : null}
      {Object.entries(encodings).map(([label, name]) => (
        <option key={label} value={label}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** What the page had besides the article: shown, so that nothing is dropped unseen. */
function LeftOut({ passages }: { readonly passages: readonly string[] }) {
  return (
    <details className="text-xs text-muted">
      <summary>
        {passages.length} {passages.length === 1 ? "passage" : "passages"} around the article not taken
      </summary>
      <ul className="mt-2 flex max-h-48 list-disc flex-col gap-1 overflow-y-auto ps-5" tabIndex={0}>
        {passages.map((passage, at) => (
          <li key={at} dir="auto" className="wrap-anywhere">
            {passage}
          </li>
        ))}
      </ul>
    </details>
  );
}
