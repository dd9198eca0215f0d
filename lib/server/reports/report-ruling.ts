import "server-only";
import type { ReportCitation, ReportRuling, ReportSearch } from "@/lib/core/report/content";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

/** One of the annotations that a ruling rests on, in the version that it rests on. */
export type BasisFacts = {
  readonly version: number;
  readonly verdict: string | null;
  readonly rationale: string;
  readonly memberId: string;
  readonly approvedBy: readonly string[];
  readonly citations: readonly ReportCitation[];
  readonly searches: readonly ReportSearch[];
};

/** What a report needs to know of a standing ruling, however it was read. */
export type RulingFacts = {
  readonly verdict: string;
  readonly method: ReportRuling["method"];
  readonly rationale: string;
  readonly decidedAt: string;
  readonly decidedById: string;
  readonly dissent: readonly { readonly verdict: string }[];
  readonly votes: readonly { readonly memberId: string; readonly round: number }[];
  readonly basis: readonly BasisFacts[];
};

/** What the desk lets its reports say of people: whether dissent is printed, and whose names. */
export type Print = { readonly dissent: boolean; readonly nameOf: ReadonlyMap<string, string> | null };

export async function loadPrint(tx: Tx, { workspaceId }: WorkspaceScope): Promise<Print> {
  const style = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { printsDissent: true, namesCheckers: true },
  });
  if (!style.namesCheckers) return { dissent: style.printsDissent, nameOf: null };
  const members = await tx.member.findMany({
    where: { workspaceId },
    select: { id: true, user: { select: { name: true } } },
  });
  const nameOf = new Map(members.map(({ id, user }) => [id, user.name]));
  return { dissent: style.printsDissent, nameOf };
}

/** The ruling as it may leave the desk: who took part is counted, or named where the desk wishes it. */
export function toReportRuling(facts: RulingFacts, print: Print): ReportRuling {
  const { verdict, method, rationale, decidedAt, decidedById, basis } = facts;
  const round = Math.max(...basis.map(({ version }) => version));
  const people = new Set([
    decidedById,
    ...facts.votes.filter((vote) => vote.round === round).map(({ memberId }) => memberId),
    ...basis.flatMap(({ memberId, approvedBy }) => [memberId, ...approvedBy]),
  ]);
  return {
    verdict,
    method,
    // An adjudicator gives reasons of their own; otherwise those of the annotations that the ruling follows.
    rationale: rationale || (basis.find((one) => one.verdict === verdict)?.rationale ?? ""),
    decidedAt,
    checkers: people.size,
    ...checkedBy(people, print),
    dissent: print.dissent ? facts.dissent.map((one) => one.verdict) : [],
    citations: distinct(basis.flatMap(({ citations }) => citations)),
    searches: distinct(basis.flatMap(({ searches }) => searches)),
  };
}

function checkedBy(people: ReadonlySet<string>, { nameOf }: Print): { readonly checkedBy?: string[] } {
  if (!nameOf) return {};
  return {
    checkedBy: [...people].flatMap((id) => nameOf.get(id) ?? []).toSorted((a, b) => a.localeCompare(b)),
  };
}

function distinct<T>(items: readonly T[]): T[] {
  if (items.length < 2) return [...items];
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
