"use client";

import { useEffect, useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { isOver, type JobProgress } from "@/lib/core/jobs/import-job";
import { DeskApi } from "@/lib/client/api";
import { cancelJob, getJob } from "@/lib/client/import-requests";
import { problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { progressWords, stateWords } from "./job-words";

const askAgainMs = 1_500;

type ImportProgressProps = { readonly member: DeskMember; readonly first: JobProgress };

/** How far a file of many articles is. Whoever leaves finds it further on, or done, when they come back. */
export function ImportProgress({ member, first }: ImportProgressProps) {
  const { job, problem, cancel, isCancelling } = useJob(member, first);
  const { slug } = member.workspace;
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-3xl px-4 pt-10 pb-20 outline-none sm:px-6">
      <h1 className="font-serif text-3xl font-semibold tracking-tight wrap-anywhere">{job.fileName}</h1>
      <p role="status" className="mt-1 text-muted">
        {stateWords[job.state]}: {progressWords(job)}.
      </p>
      <Bar job={job} />
      {problem ? (
        <Banner look="attention" title="How far it is now is not known">
          {problemWords(problem)} The work itself goes on; this page keeps asking.
        </Banner>
      ) : null}
      {isOver(job.state) ? null : (
        <p className="mt-4 text-sm text-muted">
          You can leave this page, or close it: the work goes on, also after a restart of the program.
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <a href={`/w/${slug}`} className={buttonClass(isOver(job.state) ? "primary" : "outline")}>
          To the articles
        </a>
        {isOver(job.state) ? null : (
          <Button look="danger" disabled={isCancelling} onClick={cancel}>
            Cancel the rest
          </Button>
        )}
      </div>
      <Errors job={job} />
    </main>
  );
}

function useJob(member: DeskMember, first: JobProgress) {
  const [api] = useState(() => new DeskApi({ workspace: member.workspace.slug, memberId: member.memberId }));
  const [job, setJob] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isCancelling, setCancelling] = useState(false);
  const isRunning = !isOver(job.state);
  useEffect(() => {
    if (!isRunning) return;
    let stale = false;
    const timer = setInterval(() => {
      void getJob(api, first.id).then((answer) => {
        if (stale) return;
        setProblem(answer.ok ? null : answer.problem);
        if (answer.ok) setJob(answer.value);
      });
    }, askAgainMs);
    return () => {
      stale = true;
      clearInterval(timer);
    };
  }, [api, first.id, isRunning]);
  async function stop() {
    setCancelling(true);
    const answer = await cancelJob(api, first.id);
    setCancelling(false);
    setProblem(answer.ok ? null : answer.problem);
    const now = await getJob(api, first.id);
    if (now.ok) setJob(now.value);
  }
  return { job, problem, isCancelling, cancel: () => void stop() };
}

function Bar({ job: { done, total, fileName } }: { readonly job: JobProgress }) {
  return (
    <progress
      aria-label={`Progress of ${fileName}`}
      value={done}
      max={Math.max(1, total ?? 1)}
      className="mt-4 h-2 w-full accent-accent"
    />
  );
}

function Errors({ job }: { readonly job: JobProgress }) {
  if (job.errorCount === 0) return null;
  const hidden = job.errorCount - job.errors.length;
  return (
    <section className="mt-8">
      <h2 id="errors" className="text-sm font-semibold">
        {job.errorCount.toLocaleString("en")} {job.errorCount === 1 ? "line was" : "lines were"} not brought
        in, or not whole
      </h2>
      <div tabIndex={0} role="region" aria-labelledby="errors" className="mt-2 max-h-[60dvh] overflow-auto">
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-hairline text-start text-xs text-muted">
              <th scope="col" className="py-1.5 pe-4 text-start font-medium">
                Line
              </th>
              <th scope="col" className="py-1.5 text-start font-medium">
                Why
              </th>
            </tr>
          </thead>
          <tbody>
            {job.errors.map(({ line, message }) => (
              <tr key={line} className="border-b border-hairline align-top">
                <td className="py-1.5 pe-4 tabular-nums">{line.toLocaleString("en")}</td>
                <td className="py-1.5 wrap-anywhere">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 ? (
        <p className="mt-2 text-xs text-muted">
          And {hidden.toLocaleString("en")} more; all of them can be read through the API.
        </p>
      ) : null}
    </section>
  );
}
