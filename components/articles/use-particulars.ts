"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useSyncExternalStore } from "react";
import type { ArticleSummary } from "@/lib/core/articles/article";
import {
  carriedOver,
  differing,
  particularNames,
  particularsOf,
  patchOf,
  type Particulars,
} from "@/lib/core/articles/particulars";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { DeskApi } from "@/lib/client/api";
import { asRecord } from "@/lib/client/as-record";
import { forgetText, keepText, keptText } from "@/lib/client/kept-text";
import type { Problem } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";

/** An article's particulars as somebody changes them: kept in this tab until they are saved, on top of what they had read. */
export function useParticulars(member: DeskMember, article: ArticleSummary) {
  const { workspace, memberId } = member;
  const [api] = useState(() => new DeskApi({ workspace: workspace.slug, memberId }));
  const [known, setKnown] = useState(article);
  const [newer, setNewer] = useState<ArticleSummary | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const router = useRouter();
  const { draft, set, settle } = useDraft(
    `particulars ${workspace.slug} ${memberId} ${article.id}`,
    particularsOf(known),
  );

  async function send(base: ArticleSummary, wanted: Particulars): Promise<void> {
    const body = patchOf(particularsOf(base), wanted);
    if (running.current || Object.keys(body).length === 0) return;
    running.current = true;
    const path = `/articles/${article.id}`;
    const answer = await api.write<ArticleSummary>(path, { method: "PATCH", body, version: base.version });
    if (answer.ok) {
      setKnown(answer.value);
      setNewer(null);
      setProblem(null);
      settle(wanted, particularsOf(answer.value));
      toast("Particulars saved");
      router.refresh();
    } else if (answer.problem.status === 412) {
      const now = await api.read<ArticleSummary>(path);
      if (now.ok) setNewer(now.value);
      setProblem(now.ok ? null : now.problem);
    } else {
      setProblem(answer.problem);
    }
    running.current = false;
  }

  return {
    draft,
    change: (part: Partial<Particulars>) => set(particularsOf(known), { ...draft, ...part }),
    problem,
    isChanged: differing(particularsOf(known), draft).length > 0,
    /** What somebody else has made of it since, where that is not what stands here. */
    newer: newer && { article: newer, names: differing(draft, particularsOf(newer)) },
    save: () => void send(known, draft),
    /** One's own changes on top of the newer state. */
    keepMine: () => {
      if (!newer) return;
      const carried = carriedOver(particularsOf(known), draft, particularsOf(newer));
      setKnown(newer);
      setNewer(null);
      set(particularsOf(newer), carried);
      void send(newer, carried);
    },
    takeTheirs: () => {
      if (!newer) return;
      setKnown(newer);
      setNewer(null);
      settle(draft, particularsOf(newer));
    },
  };
}

const never = () => () => undefined;

/** What is typed is kept with what it was typed over: it may be another state that it is found on again. */
function useDraft(place: string, saved: Particulars) {
  const kept = useSyncExternalStore(
    never,
    () => keptText(place),
    () => "",
  );
  const [typed, setTyped] = useState<Particulars | "nothing" | null>(null);
  const draft = typed === "nothing" ? saved : (typed ?? found(kept, saved));
  // As of the last key: an answer that comes in must not judge by an older rendering.
  const latest = useRef<Particulars | null>(null);

  function set(before: Particulars, next: Particulars): void {
    keepText(place, JSON.stringify([before, next]));
    latest.current = next;
    setTyped(next);
  }

  /** What was sent is the server's now; what was typed since stays, on top of it. */
  function settle(sent: Particulars, now: Particulars): void {
    const left = carriedOver(sent, latest.current ?? sent, now);
    if (differing(left, now).length > 0) return set(now, left);
    forgetText(place);
    latest.current = null;
    setTyped("nothing");
  }

  return { draft, set, settle };
}

function found(kept: string, saved: Particulars): Particulars {
  try {
    const [before, after] = (JSON.parse(kept) as readonly unknown[]).map(whole);
    return before && after ? carriedOver(before, after, saved) : saved;
  } catch {
    return saved;
  }
}

function whole(value: unknown): Particulars | null {
  const record = asRecord(value);
  return particularNames.every((name) => typeof record?.[name] === "string") ? (record as Particulars) : null;
}
