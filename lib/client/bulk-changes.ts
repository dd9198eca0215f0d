import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { Disposition } from "@/lib/core/claims/claim";
import type { WorkStep } from "./assigned-work";
import { claimIn } from "./claim-set";
import { undoFit, type Fitted } from "./fit-requests";
import type { UndoStep } from "./undo-stack";
import type { WorkbenchStore } from "./workbench-store";

/** So many requests at once: a browser has few connections, and the reader goes on working. */
const abreast = 4;
/** As many as the server takes in one request. */
const mostDisposed = 500;

/** What a change of many claims did: how many changed, and how many were left as they are. */
export type BulkResult = { readonly changed: number; readonly left: number };

type Written = { readonly claimId: string; readonly content: AnnotationContent };

/** Gives the reader's own verdict on each claim that takes an annotation of theirs. One undo takes all of it back. */
export async function giveVerdicts(
  store: WorkbenchStore,
  claimIds: readonly string[],
  verdict: string,
): Promise<BulkResult> {
  const items = await writeAll(
    store,
    claimIds.map((claimId) => ({ claimId, change: { verdict } })),
  );
  if (items.length > 0) store.steps.push({ kind: "annotations", items });
  return { changed: items.length, left: claimIds.length - items.length };
}

/** Says of each claim what it is. One undo takes all of it back. */
export async function disposeAll(
  store: WorkbenchStore,
  claimIds: readonly string[],
  disposition: Disposition,
): Promise<BulkResult> {
  const items = await dispose(
    store,
    claimIds.map((claimId) => ({ claimId, disposition })),
  );
  if (items.length > 0) store.steps.push({ kind: "dispositions", items });
  return { changed: items.length, left: claimIds.length - items.length };
}

/** What a step back was on, and how much of it was left as it is because somebody has changed it since. */
export type StepResult = { readonly claimIds: readonly string[]; readonly left: number };

/** Takes the last step back, or does it again, of one claim or of many. @returns null where there is none. */
export async function stepBack(store: WorkbenchStore, way: "undo" | "redo"): Promise<StepResult | null> {
  const step = store.steps.take(way);
  if (!step) return null;
  const answer = await perform(store, step);
  if (answer.items.length > 0) store.steps.answer(way, answer);
  return {
    claimIds: [...new Set(answer.items.map(({ claimId }) => claimId))],
    left: step.items.length - answer.items.length,
  };
}

/** @returns the step that leads back from this one. */
async function perform(store: WorkbenchStore, step: UndoStep): Promise<UndoStep> {
  if (step.kind === "dispositions") return { kind: step.kind, items: await dispose(store, step.items) };
  if (step.kind === "fit") return { kind: step.kind, items: await refit(store, step.items) };
  if (step.kind === "work") return await redeal(store, step);
  const changes = step.items.map(({ claimId, content }) => ({ claimId, change: content }));
  return { kind: step.kind, items: await writeAll(store, changes) };
}

async function redeal(store: WorkbenchStore, step: WorkStep): Promise<WorkStep> {
  // Needed by those who give work out, and then seldom.
  const { performWork } = await import("./assigned-work");
  const answer = await performWork(store.api, step);
  if (answer.items.length > 0) store.hear(new Set(answer.items.map(({ claimId }) => claimId)));
  return answer;
}

type Change = { readonly claimId: string; readonly change: Partial<AnnotationContent> };

/** @returns what was there before, of the claims that were written on. */
async function writeAll(store: WorkbenchStore, changes: readonly Change[]): Promise<readonly Written[]> {
  const waiting = [...changes];
  const before: Written[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { claimId, change } = next;
      const content = await store.write(claimId, change);
      if (content) before.push({ claimId, content });
    }
  };
  await Promise.all(Array.from({ length: abreast }, work));
  return before;
}

type Fit = { readonly claimId: string; readonly fit: string };

/** @returns by what the taking back can itself be taken back; nothing where the claims have changed since. */
async function refit(store: WorkbenchStore, items: readonly Fit[]): Promise<readonly Fit[]> {
  const after: Fit[] = [];
  for (const { fit } of items) {
    const answer = await undoFit(store.api, fit);
    if (!answer.ok) break;
    await takeFit(store, answer.value);
    after.push({ claimId: answer.value.claim.claim.id, fit: answer.value.fit });
  }
  return after;
}

/** Shows claims as they stand after a fitting. The others' new numbers first: never two claims of one number. */
export async function takeFit(store: WorkbenchStore, { claim }: Fitted): Promise<void> {
  await store.reloadList();
  store.learn(claim);
}

type Disposed = { readonly claimId: string; readonly disposition: Disposition };

/** @returns what the claims were before, of those that changed. */
async function dispose(store: WorkbenchStore, items: readonly Disposed[]): Promise<readonly Disposed[]> {
  const before: Disposed[] = [];
  for (let from = 0; from < items.length; from += mostDisposed) {
    const claims = items.slice(from, from + mostDisposed).flatMap(({ claimId: id, disposition }) => {
      const claim = claimIn(store.state.claims, id);
      return claim ? [{ id, version: claim.version, disposition }] : [];
    });
    const answer = await store.api.disposeClaims({ claims });
    if (!answer.ok) break;
    before.push(...answer.value.changed.map(({ id, before: disposition }) => ({ claimId: id, disposition })));
  }
  if (before.length > 0) store.hear(new Set(before.map(({ claimId }) => claimId)));
  return before;
}
