"use client";

import { useEffect, useState } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { HistoryLine } from "@/lib/core/events/event";
import { problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Skeleton } from "@/components/ui/skeleton";
import { useDesk } from "@/components/workbench/desk-context";
import { Difference } from "@/components/revisions/difference";
import { historyWords } from "./history-words";
import { VersionChange } from "./version-change";

type Loaded = { readonly items: readonly HistoryLine[]; readonly nextCursor: string | null };

/** What happened to the claim, newest first. Read again whenever the claim is. */
export function HistoryTab({ detail }: { readonly detail: ClaimDetail }) {
  const { store } = useDesk();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const claimId = detail.claim.id;

  useEffect(() => {
    let gone = false;
    void store.api.listHistory(claimId, null).then((answer) => {
      if (gone) return;
      if (answer.ok) setLoaded(answer.value);
      setProblem(answer.ok ? null : answer.problem);
    });
    return () => {
      gone = true;
    };
  }, [store, claimId, detail]);

  async function more(from: Loaded) {
    const answer = await store.api.listHistory(claimId, from.nextCursor);
    if (answer.ok) setLoaded({ ...answer.value, items: [...from.items, ...answer.value.items] });
    else setProblem(answer.problem);
  }

  return (
    <div className="flex flex-col gap-4 px-5 py-5">
      {problem ? (
        <Banner look="error" title="The history could not be read">
          {problemWords(problem)}
        </Banner>
      ) : null}
      {!loaded && !problem ? <Waiting /> : null}
      {loaded?.items.length === 0 ? (
        <p className="text-sm text-muted">Nothing has happened to this claim yet.</p>
      ) : null}
      <ol className="flex flex-col">
        {loaded?.items.map((line) => (
          <li key={line.id} className="relative border-s border-hairline ps-4 pb-4 text-sm">
            <span aria-hidden="true" className="absolute -start-1 top-1.5 size-2 rounded-full bg-control" />
            <span className="font-medium">{line.actor?.name ?? "Assay"}</span>{" "}
            {historyWords(line, detail.scale)}
            <span className="block text-xs text-muted">
              <Moment at={line.createdAt} />
            </span>
            <WordingChange payload={line.payload} />
            <VersionChange line={line} detail={detail} />
          </li>
        ))}
      </ol>
      {loaded?.nextCursor ? (
        <Button className="self-start" onClick={() => void more(loaded)}>
          Show earlier
        </Button>
      ) : null}
    </div>
  );
}

/** What became of the claim's own wording, where a line tells of it. */
function WordingChange({ payload }: Pick<HistoryLine, "payload">) {
  const [before, after] = [wordingIn(payload["before"]), wordingIn(payload["after"])];
  if (before === after) return null;
  return (
    <span dir="auto" className="mt-1 block font-serif text-[0.9375rem] leading-5 wrap-anywhere">
      <Difference before={before} after={after} />
    </span>
  );
}

function wordingIn(state: unknown): string {
  const wording = typeof state === "object" && state !== null && "wording" in state ? state.wording : null;
  return typeof wording === "string" ? wording : "";
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-9 w-3/4" />
      <Skeleton className="h-9 w-2/3" />
      <Skeleton className="h-9 w-3/4" />
    </div>
  );
}
