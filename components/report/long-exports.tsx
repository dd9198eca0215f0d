"use client";

import { useEffect, useRef, useState } from "react";
import { downloads } from "@/lib/core/formats/catalogue";
import type { ExportProgress } from "@/lib/core/jobs/export-job";
import { isOver } from "@/lib/core/jobs/import-job";
import { DeskApi } from "@/lib/client/api";
import { listExports, startExport } from "@/lib/client/export-requests";
import { problemWords, type Problem } from "@/lib/client/problem";
import { announce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";

const askAgainMs = 1_500;

type LongExportsProps = {
  readonly workspace: string;
  readonly memberId: string;
  readonly articleId: string;
  /** The reader's own, the newest first. */
  readonly first: readonly ExportProgress[];
};

/** Exports that are written in the background: one leaves, and finds them ready. */
export function LongExports({ first, ...desk }: LongExportsProps) {
  const { exports, problem, isBusy, start } = useExports(desk, first);
  const [format, setFormat] = useState("csv");
  return (
    <section>
      <h2 className="mb-1 text-sm font-semibold">A long export</h2>
      <p className="mb-3 text-xs text-muted">
        Written in the background, as everything stands when it begins, and kept for some days.
      </p>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void start(format);
        }}
      >
        <SelectField label="Format" value={format} onChange={(event) => setFormat(event.target.value)}>
          {downloads.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </SelectField>
        <Button type="submit" disabled={isBusy}>
          Have it written
        </Button>
      </form>
      {problem ? (
        <p role="alert" className="mt-2 text-sm text-danger">
          {problemWords(problem)}
        </p>
      ) : null}
      {exports.length === 0 ? null : (
        <ul aria-label="Exports" className="mt-3 flex flex-col gap-3 text-sm">
          {exports.map((one) => (
            <li key={one.id}>
              <ExportLine workspace={desk.workspace} one={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const labelOf = (format: string) => downloads.find(({ key }) => key === format)?.label ?? format;

function ExportLine({ workspace, one }: { readonly workspace: string; readonly one: ExportProgress }) {
  const { id, format, state, done, total, bytes, finishedAt, keptUntil } = one;
  const label = labelOf(format);
  if (state === "done") {
    return (
      <>
        <a
          href={`/api/v1/workspaces/${workspace}/exports/${id}/file`}
          download
          className="text-accent underline underline-offset-2"
        >
          {label}, {sizeWords(bytes ?? 0)}
        </a>
        <span className="block text-xs text-muted">
          ready since <Moment at={finishedAt ?? keptUntil} />, kept until <Moment at={keptUntil} />
        </span>
      </>
    );
  }
  if (isOver(state))
    return <span className="text-muted">{label}: it could not be written. Ask once more.</span>;
  return (
    <>
      <span>
        {label}: {total === null ? "waiting for its turn" : `${many(done)} of ${many(total)} claims`}
      </span>
      <progress
        aria-label={`Progress of ${label}`}
        value={done}
        max={Math.max(1, total ?? 1)}
        className="mt-1 block h-1.5 w-full accent-accent"
      />
    </>
  );
}

const many = (count: number) => count.toLocaleString("en");

function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${many(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

/** The exports, asked after while one is being written. */
function useExports(
  { workspace, memberId, articleId }: Omit<LongExportsProps, "first">,
  first: readonly ExportProgress[],
) {
  const [api] = useState(() => new DeskApi({ workspace, memberId }));
  const [exports, setExports] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  // The same wish is the same write until it has been answered.
  const key = useRef<{ readonly format: string; readonly value: string } | null>(null);
  const isOpen = exports.some(({ state }) => !isOver(state));
  useEffect(() => {
    if (!isOpen) return;
    let isHere = true;
    const timer = setInterval(() => {
      void listExports(api, articleId).then((answer) => {
        if (!isHere || !answer.ok) return;
        setExports(answer.value.items);
        if (answer.value.items.every(({ state }) => isOver(state))) announce("The export is ready");
      });
    }, askAgainMs);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [api, articleId, isOpen]);

  async function start(format: string) {
    if (key.current?.format !== format) key.current = { format, value: crypto.randomUUID() };
    setBusy(true);
    const answer = await startExport(api, articleId, format, key.current.value);
    if (answer.ok || answer.problem.status > 0) key.current = null;
    const now = answer.ok ? await listExports(api, articleId) : answer;
    setBusy(false);
    setProblem(now.ok ? null : now.problem);
    if (answer.ok && now.ok && "items" in now.value) setExports(now.value.items);
  }
  return { exports, problem, isBusy, start };
}
