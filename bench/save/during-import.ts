import { articleLine } from "../import/article-line";
import { timingOf } from "../filled-desk";
import type { Program } from "../program";
import type { Tell } from "../results";
import { cookieOf, rateOf, signedIn } from "./callers";

const articles = 1_000;
const sentencesEach = 100;
const aloneMs = 8_000;
const goal = 1.5;
const patienceMs = 600_000;

/** What eight people who save wait while a file of 100,000 sentences comes in, beside what they wait without it. */
export async function tellDuringImport(
  { desk, origin }: Program,
  saves: readonly (() => Promise<void>)[],
  tell: Tell,
): Promise<void> {
  const alone = timingOf((await rateOf(saves, aloneMs)).times);
  const cookie = await cookieOf(desk.editor);
  const file = Array.from({ length: articles }, (_, number) => articleLine(number, sentencesEach)).join("");
  const form = new FormData();
  form.set("file", new File([file], "bench.jsonl"));
  const began = performance.now();
  const answer = await fetch(`${origin}/api/v1/workspaces/${desk.slug}/articles/import`, {
    method: "POST",
    body: form,
    headers: { cookie, "sec-fetch-site": "same-origin" },
  });
  if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
  // The job as the API tells of it.
  const { job: id } = (await answer.json()) as { readonly job: string };
  const call = await signedIn(origin, desk.editor);
  const meanwhile: number[] = [];
  for (;;) {
    meanwhile.push(...(await rateOf(saves, 2_000)).times);
    const job = await call({ method: "GET", path: `/api/v1/workspaces/${desk.slug}/jobs/${id}` });
    const { state } = JSON.parse(job.body) as { readonly state: string };
    if (state === "done") break;
    if (state === "failed" || performance.now() - began > patienceMs)
      throw new Error(`The import is ${state}`);
  }
  const seconds = (performance.now() - began) / 1_000;
  const beside = timingOf(meanwhile);
  tell({
    what: `saves of ${saves.length} people while ${articles * sentencesEach} sentences come in (${seconds.toFixed(0)} s)`,
    against: `without it: p50 ${alone.p50.toFixed(1)} ms, p95 ${alone.p95.toFixed(1)} ms`,
    measured: `p50 ${beside.p50.toFixed(1)} ms, p95 ${beside.p95.toFixed(1)} ms, ${meanwhile.length} saves`,
    ratio: beside.p95 / alone.p95,
    goal: `${goal} × p95`,
    isMet: beside.p95 <= goal * alone.p95,
  });
}
