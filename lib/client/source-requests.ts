import type { Lookup } from "@/lib/core/sources/publication";
import type { Answer, DeskApi } from "./api";
import { noAnswer, type Problem } from "./problem";

const pauseMs = 400;
/** A page may take ten seconds, and others may come first. */
const patienceMs = 60_000;

const tooLong: Problem = { ...noAnswer, title: "Too long", detail: "It takes too long to find out." };

/**
 * Asks what is at an address or behind a DOI, and waits for it. `onStep` hears how far it is; once `signal` is aborted
 * nothing more is asked.
 */
export async function lookUp(
  api: DeskApi,
  reference: string,
  onStep: (step: Lookup["step"]) => void,
  signal: AbortSignal,
): Promise<Answer<Lookup>> {
  const started = await api.write<{ readonly id: string }>("/sources/lookups", {
    method: "POST",
    body: { reference },
  });
  if (!started.ok) return started;
  const until = Date.now() + patienceMs;
  while (Date.now() < until && !signal.aborted) {
    const answer = await api.read<Lookup>(`/sources/lookups/${started.value.id}`);
    if (!answer.ok) return answer;
    if (answer.value.step === "over") return answer;
    onStep(answer.value.step);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return { ok: false, problem: tooLong };
}

/** The pages that one's annotation of a claim cites and that could not be kept, once more. */
export function keepEvidenceAgain(api: DeskApi, claimId: string) {
  return api.write<unknown>(`/claims/${claimId}/annotation/snapshots`, { method: "POST", body: {} });
}
