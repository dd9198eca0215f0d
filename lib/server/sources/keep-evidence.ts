import "server-only";
import type { JobPayload } from "@/lib/core/jobs/job";
import type { KeepProblem } from "@/lib/core/sources/citation-check";
import { checkQuote } from "@/lib/core/sources/quote-check";
import { db, type Tx } from "../db/client";
import { recordAll } from "../events/record";
import { KeepFailure, theWorld, type World } from "./read-page";
import { fetchSnapshot, writeSnapshot, type NewSnapshot } from "./snapshots";

/** A page that was kept so lately is cited as it was then; an older one is fetched anew. */
const freshMs = 86_400_000;

type Target = JobPayload<"evidence.keep">;
type Pending = { readonly id: string; readonly quote: string };

/** A snapshot that can be pointed at: one that is there, or one that is to be written with the checks. */
type Kept = { readonly snapshot: NewSnapshot; readonly isNew: boolean };

/**
 * Keeps the pages that an annotation cites, as they are now, and looks for the quotes in them. Done page by page, so
 * that a process that dies in between has lost one page at most. What cannot be kept is written down with the reason;
 * it is not tried again by itself.
 */
export async function keepEvidence(target: Target, world: World = theWorld): Promise<void> {
  const annotation = await db().annotation.findUnique({
    where: { workspaceId_id: { workspaceId: target.workspaceId, id: target.annotationId } },
    include: { claim: { select: { articleId: true } }, member: { select: { removedAt: true } } },
  });
  if (!annotation || annotation.member.removedAt) return;
  const { workspaceId, memberId, claimId, claim } = annotation;
  let [snapshots, problems] = [0, 0];
  for (const { sourceId, url } of await findPendingSources(target)) {
    const kept = await findFresh(workspaceId, sourceId, memberId);
    const outcome = kept ?? (await fetchOne(workspaceId, url, world));
    if (typeof outcome === "string") problems += 1;
    else snapshots += 1;
    const findings = await findQuotes(target, sourceId, outcome);
    await db().$transaction((tx) => write(tx, target, { sourceId, memberId }, outcome, findings));
  }
  if (snapshots + problems === 0) return;
  const payload = { annotationId: annotation.id, snapshots, problems };
  await recordAll(db(), { workspaceId, memberId, requestId: null }, [
    { type: "evidence.kept", payload, entityId: annotation.id, articleId: claim.articleId, claimId },
  ]);
}

async function findPendingSources({ workspaceId, annotationId }: Target) {
  const rows = await db().source.findMany({
    where: {
      workspaceId,
      canonicalUrl: { not: null },
      citations: { some: { annotationId, check: null } },
    },
    select: { id: true, canonicalUrl: true },
  });
  return rows.map(({ id, canonicalUrl }) => ({ sourceId: id, url: canonicalUrl ?? "" }));
}

/** A late snapshot that the author knows of: the library's, or one of their own. A colleague's would tell of their work. */
async function findFresh(workspaceId: string, sourceId: string, memberId: string): Promise<Kept | null> {
  const snapshot = await db().snapshot.findFirst({
    where: {
      workspaceId,
      sourceId,
      takenAt: { gt: new Date(Date.now() - freshMs) },
      OR: [{ forCitation: false }, { takenById: memberId }],
    },
    orderBy: { takenAt: "desc" },
  });
  return snapshot ? { snapshot, isNew: false } : null;
}

async function fetchOne(workspaceId: string, url: string, world: World): Promise<Kept | KeepProblem> {
  try {
    return { snapshot: await fetchSnapshot(workspaceId, url, world), isNew: true };
  } catch (error) {
    if (error instanceof KeepFailure) return error.reason;
    throw error;
  }
}

type Finding = ReturnType<typeof findingOf>;

/** Looks for the quotes before the transaction: in a long text it takes its time. */
async function findQuotes(
  target: Target,
  sourceId: string,
  kept: Kept | KeepProblem,
): Promise<Map<string, Finding>> {
  if (typeof kept === "string") return new Map();
  const pending = await selectPending(db(), target, sourceId);
  const quotes = [...new Set(pending.map(({ quote }) => quote))];
  return new Map(quotes.map((quote) => [quote, findingOf(kept.snapshot.text, quote)]));
}

function selectPending(tx: Tx, { workspaceId, annotationId }: Target, sourceId: string): Promise<Pending[]> {
  return tx.citation.findMany({
    where: { workspaceId, annotationId, sourceId, check: null },
    select: { id: true, quote: true },
  });
}

type Of = { readonly sourceId: string; readonly memberId: string };

/** Versions that were saved while the page was fetched cite it too: whatever is open by now is answered. */
async function write(
  tx: Tx,
  target: Target,
  { sourceId, memberId }: Of,
  kept: Kept | KeepProblem,
  findings: ReadonlyMap<string, Finding>,
): Promise<void> {
  const { workspaceId } = target;
  if (typeof kept !== "string" && kept.isNew) {
    await writeSnapshot(tx, kept.snapshot, { workspaceId, sourceId, takenById: memberId, forCitation: true });
  }
  const pending = await selectPending(tx, target, sourceId);
  await tx.citationCheck.createMany({
    data: pending.map((citation) => ({
      workspaceId,
      citationId: citation.id,
      sourceId,
      ...(typeof kept === "string" ? { problem: kept } : answer(citation, kept.snapshot, findings)),
    })),
    skipDuplicates: true,
  });
}

function answer({ quote }: Pending, { id, text }: NewSnapshot, findings: ReadonlyMap<string, Finding>) {
  return { snapshotId: id, ...(findings.get(quote) ?? findingOf(text, quote)) };
}

function findingOf(text: string, quote: string) {
  if (quote.trim() === "") return {};
  const check = checkQuote(text, quote);
  if (check.finding === "not_found") return { finding: check.finding };
  const { finding, start, end, text: foundText } = check;
  return { finding, foundStart: start, foundEnd: end, foundText };
}
