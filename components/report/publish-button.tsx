"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { DeskApi } from "@/lib/client/api";
import { problemWords } from "@/lib/client/problem";
import { needsReason, type ReportChange } from "@/lib/core/report/difference";
import type { ReportContent } from "@/lib/core/report/content";
import { toast } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { ChangeLines } from "./change-lines";

type PublishButtonProps = {
  readonly workspace: string;
  readonly memberId: string;
  readonly articleId: string;
  readonly next: number;
  readonly difference: readonly ReportChange[];
  readonly scale: ReportContent["scale"];
};

/** Publishes the report. The key stays the same until an answer has come, so that a repeat publishes nothing twice. */
export function PublishButton({ next, difference, scale, ...desk }: PublishButtonProps) {
  const { publish, state, problem } = usePublish(desk);
  const [reason, setReason] = useState("");
  const isCorrection = needsReason(difference);
  const isReady = !isCorrection || reason.trim() !== "";
  return (
    <div className="flex flex-col gap-3">
      {problem ? (
        <Banner look="error" title="Not published">
          {problem}
        </Banner>
      ) : null}
      {isCorrection ? (
        <section>
          <h2 className="mb-2 text-sm font-semibold">This corrects report no. {next - 1}</h2>
          <ChangeLines difference={difference} scale={scale} />
          <TextArea
            label="Reason, for every reader to see"
            rows={3}
            className="mt-1"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </section>
      ) : null}
      <Button
        look="primary"
        className="self-start"
        disabled={state === "busy" || !isReady}
        onClick={() => void publish(isCorrection ? reason.trim() : null)}
      >
        {state === "busy"
          ? "Publishing…"
          : isCorrection
            ? `Publish correction no. ${next}`
            : `Publish report no. ${next}`}
      </Button>
    </div>
  );
}

type Publishing = Pick<PublishButtonProps, "workspace" | "memberId" | "articleId">;

function usePublish({ workspace, memberId, articleId }: Publishing) {
  const router = useRouter();
  const key = useRef<string | null>(null);
  const [state, setState] = useState<"idle" | "busy">("idle");
  const [problem, setProblem] = useState<string | null>(null);

  async function publish(reason: string | null) {
    key.current ??= crypto.randomUUID();
    setState("busy");
    const api = new DeskApi({ workspace, memberId });
    const answer = await api.publishReport(articleId, reason, key.current);
    setState("idle");
    if (answer.ok || answer.problem.status > 0) key.current = null;
    setProblem(answer.ok ? null : problemWords(answer.problem));
    if (answer.ok) {
      toast(
        answer.value.outcome === "published"
          ? `Published as report no. ${answer.value.number}`
          : `Nothing has changed since report no. ${answer.value.number}`,
      );
    }
    router.refresh();
  }
  return { publish, state, problem };
}
