"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { ArticleInput } from "@/lib/core/articles/article";
import type { Cut } from "@/lib/core/articles/cuts";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { BoilerplateProposal } from "@/lib/core/articles/boilerplate";
import { holdsMany } from "@/lib/core/formats/file-kind";
import { DeskApi, type TextPreview } from "@/lib/client/api";
import { importTable } from "@/lib/client/import-requests";
import type { Problem } from "@/lib/client/problem";
import { toCuts, toRows, type Row } from "./sentence-cuts";
import { usePreview, type Seen } from "./text-preview";
import { useImportDraft, type ImportDraft } from "./use-import-draft";
import { useReading, type Reading } from "./use-reading";

type Busy = "idle" | "sending" | "leaving";

/** The import screen's state: a draft that is typed or read, its sentences as a person cuts them, and its sending. */
export function useImport(member: DeskMember) {
  const { slug } = member.workspace;
  const [api] = useState(() => new DeskApi({ workspace: slug, memberId: member.memberId }));
  const { draft, change, forget, keyOf } = useImportDraft(slug, member.memberId);
  const reading = useReading(api, change);
  const { text, language, url } = draft;
  const seen = usePreview({ api, text, language, url });
  const { rows, setRows, cuts } = useRows(seen, text, reading);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<Busy>("idle");
  const trouble = useRef<HTMLDivElement>(null);
  const router = useRouter();

  function refuse(why: Problem) {
    setBusy("idle");
    setProblem(why);
    requestAnimationFrame(() => trouble.current?.focus());
  }
  async function send() {
    if (busy !== "idle") return;
    setBusy("sending");
    const input = readDraft(draft, cuts);
    const answer = await api.importArticle(input, keyOf(JSON.stringify(input)));
    if (answer.ok) {
      setBusy("leaving");
      forget();
      router.push(`/w/${slug}/articles/${answer.value.id}`);
      return;
    }
    refuse(answer.problem);
  }
  async function sendTable(file: File) {
    setBusy("sending");
    const answer = await importTable(api, file, { policy: draft.policy }, crypto.randomUUID());
    if (answer.ok) {
      setBusy("leaving");
      router.push(`/w/${slug}/imports/${answer.value.job}`);
      return;
    }
    refuse(answer.problem);
  }
  // A file of many articles has no one text to look at: what is wrong in it is told line by line by its job.
  const take = (file: File) => {
    if (holdsMany(file.name)) void sendTable(file);
    else reading.fromFile(file);
  };
  return {
    draft,
    change,
    reading,
    take,
    seen,
    rows,
    setRows,
    problem,
    busy,
    trouble,
    send: () => void send(),
  };
}

type Edited = { readonly text: string; readonly rows: readonly Row[] };

/** The sentences of the text at hand. A person's cuts are of one text: another one begins with the program's again. */
function useRows(seen: Seen | null, text: string, reading: Reading) {
  const [edited, setEdited] = useState<Edited | null>(null);
  if (seen?.kind !== "preview") return { rows: [], setRows: () => undefined, cuts: null };
  const { preview } = seen;
  const isCurrent = seen.text === text;
  const ownRows = edited?.text === seen.text ? edited.rows : null;
  const rows = ownRows ?? toRows(preview.spans, proposalsOf(seen.text, preview, reading));
  const setRows = (next: readonly Row[]) => {
    if (isCurrent) setEdited({ text, rows: next });
  };
  return { rows, setRows, cuts: isCurrent && ownRows ? toCuts(ownRows, preview.spans) : null };
}

/** What the document itself tells of its passages, besides what their words tell. */
function proposalsOf(text: string, preview: TextPreview, { read }: Reading): readonly BoilerplateProposal[] {
  return read?.found.text === text ? read.found.boilerplate : preview.boilerplate;
}

/** Particulars that were left empty are not known, rather than empty. */
function readDraft(draft: ImportDraft, sentences: Cut[] | null): ArticleInput {
  const { title, text, policy, byline, publisher, url, publishedAt, language } = draft;
  const orNull = (value: string) => value.trim() || null;
  return {
    title,
    text,
    policy,
    byline: orNull(byline),
    publisher: orNull(publisher),
    url: orNull(url),
    publishedAt: orNull(publishedAt),
    language: orNull(language),
    ...(sentences ? { sentences } : {}),
  };
}
