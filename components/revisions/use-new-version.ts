"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useSyncExternalStore } from "react";
import type { RevisionResult } from "@/lib/core/anchors/revision";
import { DeskApi } from "@/lib/client/api";
import { readAddress, readFile } from "@/lib/client/import-requests";
import { forgetText, keepText, keptText, newVersionPlace } from "@/lib/client/kept-text";
import type { Problem } from "@/lib/client/problem";
import { announce, toast } from "@/components/ui/announcer";
import { decide, toDecisions, type Decided } from "./decided-changes";
import { countWords } from "./fate-words";

type Place = { readonly workspace: string; readonly memberId: string; readonly articleId: string };

/** What was looked at: the text that was sent, and what the server said it would do. */
export type Preview = { readonly text: string; readonly result: RevisionResult };

const never = () => () => undefined;
const nothing: Decided = new Map();

/** A new version on its way: pasted, looked at, decided about, applied. The text is kept until it is the newest revision. */
export function useNewVersion(place: Place) {
  const { workspace, articleId } = place;
  const [api] = useState(() => new DeskApi(place));
  const { text, change, forget } = useKeptDraft(place);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [decided, setDecided] = useState<Decided>(nothing);
  const [busy, setBusy] = useState<"idle" | "fetching" | "looking" | "applying" | "leaving">("idle");
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = useRef({ content: "", value: "" });
  const router = useRouter();

  /** The text as it stands at an address or in a file; a person looks at it before it is compared. */
  async function fetchFrom(origin: string | File) {
    setBusy("fetching");
    const answer = await readOrigin(api, origin);
    setBusy("idle");
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) change(answer.value.text);
  }

  async function look() {
    setBusy("looking");
    const answer = await api.previewRevision(articleId, text);
    setBusy("idle");
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setPreview({ text, result: answer.value });
    setDecided(nothing);
    announce(countWords(countsOf(answer.value)));
  }

  async function apply() {
    if (!preview) return;
    setBusy("applying");
    const base = preview.result.revision - 1;
    const body = { text: preview.text, decisions: toDecisions(decided) };
    // The same content is the same write, however often it is sent; another one is another.
    const content = JSON.stringify([base, body]);
    if (key.current.content !== content) key.current = { content, value: crypto.randomUUID() };
    const answer = await api.applyRevision(articleId, body, base, key.current.value);
    setBusy(answer.ok ? "leaving" : "idle");
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    forget();
    toast(`Revision ${answer.value.revision} is the text now: ${countWords(countsOf(answer.value))}`);
    router.push(`/w/${workspace}/articles/${articleId}/revisions/${answer.value.revision}`);
    router.refresh();
  }

  return {
    text,
    /** Null once the text is no longer the one that was looked at. */
    preview: preview?.text === text ? preview : null,
    decided,
    busy,
    problem,
    change,
    fetchFrom: (origin: string | File) => void fetchFrom(origin),
    look: () => void look(),
    apply: () => void apply(),
    decide: (claimId: string, sentence: number | null | undefined) => {
      if (preview) setDecided(decide(preview.result, decided, claimId, sentence));
    },
  };
}

function readOrigin(api: DeskApi, origin: string | File) {
  return typeof origin === "string" ? readAddress(api, origin) : readFile(api, origin, null);
}

/** The pasted text, kept in this tab for this person: a failed request, a reload or signing in again loses nothing. */
function useKeptDraft(place: Place) {
  const name = newVersionPlace(place);
  const kept = useSyncExternalStore(
    never,
    () => keptText(name),
    () => "",
  );
  const [typed, setTyped] = useState<string | null>(null);
  return {
    text: typed ?? kept,
    change: (next: string) => {
      setTyped(next);
      keepText(name, next);
    },
    forget: () => {
      forgetText(name);
    },
  };
}

function countsOf(result: RevisionResult) {
  const { carried, moved, changed, deleted, added } = result;
  return {
    carried: carried.length,
    moved: moved.length,
    changed: changed.length,
    deleted: deleted.length,
    added: added.length,
  };
}
