"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { DeskApi } from "@/lib/client/api";
import { problemWords } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

type PublishButtonProps = {
  readonly workspace: string;
  readonly memberId: string;
  readonly articleId: string;
  readonly next: number;
};

/** Publishes the report. The key stays the same until an answer has come, so that a repeat publishes nothing twice. */
export function PublishButton({ workspace, memberId, articleId, next }: PublishButtonProps) {
  const router = useRouter();
  const key = useRef<string | null>(null);
  const [state, setState] = useState<"idle" | "busy">("idle");
  const [problem, setProblem] = useState<string | null>(null);

  async function publish() {
    key.current ??= crypto.randomUUID();
    setState("busy");
    const answer = await new DeskApi({ workspace, memberId }).publishReport(articleId, key.current);
    setState("idle");
    if (answer.ok || answer.problem.status > 0) key.current = null;
    setProblem(answer.ok ? null : problemWords(answer.problem));
    if (!answer.ok) return;
    toast(
      answer.value.outcome === "published"
        ? `Published as report no. ${answer.value.number}`
        : `Nothing has changed since report no. ${answer.value.number}`,
    );
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-3">
      {problem ? (
        <Banner look="error" title="Not published">
          {problem}
        </Banner>
      ) : null}
      <Button
        look="primary"
        className="self-start"
        disabled={state === "busy"}
        onClick={() => void publish()}
      >
        {state === "busy" ? "Publishing…" : `Publish report no. ${next}`}
      </Button>
    </div>
  );
}
