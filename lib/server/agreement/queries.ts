import "server-only";
import { estimateMany, estimatePair, type ManyCoefficients } from "@/lib/core/agreement/agreement";
import { estimate, seededRandom, type Resampling } from "@/lib/core/agreement/bootstrap";
import { krippendorffAlpha } from "@/lib/core/agreement/krippendorff";
import { percentAgreement } from "@/lib/core/agreement/many-raters";
import type {
  AgreementQuery,
  AgreementReport,
  DifferingClaim,
  DifferingQuery,
  PairAgreement,
  PeriodAgreement,
  VerdictCell,
} from "@/lib/core/agreement/report";
import type { RatedUnits, UnitGroup } from "@/lib/core/agreement/unit-groups";
import type { Person } from "@/lib/core/annotations/annotation";
import { can } from "@/lib/core/permissions/table";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Scale } from "@/lib/core/verdicts/scale";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { inTurns } from "./in-turns";
import { countJudgements, judgements, type GroupRow, type JudgementTables, type PairRow } from "./rows";
import { listScales } from "./scales";

type AgreementTarget = { readonly workspace: string; readonly articleId?: string };

/**
 * How far people agree, on one article or the whole desk. Counts nothing that is still blind, for nobody.
 * @throws Refusal not_found, forbidden (a role that reads no annotations), bad_input (no such scale)
 */
export async function getAgreement(
  actor: Actor,
  target: AgreementTarget,
  query: AgreementQuery,
): Promise<AgreementReport> {
  const scope = await authorize(actor, target.workspace, "annotation.read");
  if (target.articleId !== undefined) await requireArticle(scope, target.articleId);
  const { judged, period } = query;
  const tables = await countJudgements(scope, { article: target.articleId, judged }, period);
  const scales = await listScales(scope);
  const scale = chooseScale(scales, tables, query.scale);
  const own = { scale, ...ofScale(tables, scale.key) };
  return {
    scale: { key: scale.key, name: scale.name, options: scale.options },
    scales: scales.flatMap(({ key, name }) => {
      const claims = countClaims(tables.groups.filter((group) => group.scale === key));
      return claims > 0 ? [{ key, name, claims }] : [];
    }),
    judged,
    overall: await estimateOverall(own),
    table: tableOf(own),
    pairs: await estimatePairs(scope, own),
    overTime: await estimateOverTime(own),
  };
}

/** Claims on which two people chose these verdicts, newest articles first. @throws Refusal as getAgreement */
export async function listDiffering(
  actor: Actor,
  target: { readonly workspace: string },
  { a, b, article, judged, scale }: DifferingQuery,
): Promise<readonly DifferingClaim[]> {
  const scope = await authorize(actor, target.workspace, "annotation.read");
  const key = scale ?? null;
  return db().$queryRaw<DifferingClaim[]>`
    with ${judgements(scope, { article, judged })}
    select distinct o.id, o.ordinal, o.text, o.article_id as "articleId", o.article_title as "articleTitle",
      o.state in ('ruled', 'published') as settled
    from open_claim o
    join judgement one on one.claim_id = o.id and one.verdict = ${a}
    join judgement other on other.claim_id = o.id and other.verdict = ${b} and other.member_id <> one.member_id
    where ${key}::text is null or o.scale_key = ${key}
    order by "articleId" desc, o.ordinal, o.id
    limit 500`;
}

type OwnTables = JudgementTables & { readonly scale: Scale };

function ofScale({ groups, pairs, raters }: JudgementTables, key: string): JudgementTables {
  const here = (row: { readonly scale: string }) => row.scale === key;
  return { groups: groups.filter(here), pairs: pairs.filter(here), raters: raters.filter(here) };
}

function countClaims(groups: readonly GroupRow[]): number {
  return groups.reduce((sum, { claims }) => sum + claims, 0);
}

function chooseScale(
  scales: readonly Scale[],
  { groups }: JudgementTables,
  wanted: string | undefined,
): Scale {
  const claimsOf = ({ key }: Scale) => countClaims(groups.filter((group) => group.scale === key));
  const chosen =
    wanted === undefined
      ? scales.toSorted((one, other) => claimsOf(other) - claimsOf(one))[0]
      : scales.find(({ key }) => key === wanted);
  if (!chosen) throw new Refusal("bad_input", "There is no such scale at this desk.");
  return chosen;
}

async function requireArticle({ workspaceId }: WorkspaceScope, id: string): Promise<void> {
  const found = await db().article.count({ where: { workspaceId, id, deletedAt: null } });
  if (found === 0) throw new Refusal("not_found", "There is no such article here.");
}

/** Fewer resamples where there are very many kinds of claims: the more claims, the less an interval trembles. */
function resampling(kinds: number): Resampling {
  const replicates = Math.round(Math.min(1_000, Math.max(200, 100_000 / Math.max(1, kinds))));
  return { replicates, random: seededRandom(1960) };
}

function toUnits({ scale, raters }: OwnTables, rows: readonly GroupRow[]): RatedUnits {
  const groups = new Map<string, UnitGroup>();
  for (const { verdicts, claims } of rows) {
    const counts = scale.options.map(({ key }) => verdicts.filter((verdict) => verdict === key).length);
    const name = counts.join();
    groups.set(name, { counts, units: claims + (groups.get(name)?.units ?? 0) });
  }
  return { raters: raters.length, groups: [...groups.values()] };
}

function estimateOverall(own: OwnTables): Promise<ManyCoefficients> {
  const rated = toUnits(own, own.groups);
  return inTurns(estimateMany(rated, own.scale, resampling(rated.groups.length)));
}

async function estimateOverTime(own: OwnTables): Promise<readonly PeriodAgreement[]> {
  const periods = [...new Set(own.groups.map(({ since }) => since))].toSorted();
  const told: PeriodAgreement[] = [];
  for (const from of periods) {
    const rows = own.groups.filter(({ since }) => since === from);
    const rated = toUnits(own, rows);
    const names = own.scale.options.map((_, place) => place);
    const measures = {
      percent: percentAgreement(rated),
      alphaNominal: krippendorffAlpha(rated, names, "nominal"),
    };
    const units = rated.groups.map((group) => group.units);
    const found = await inTurns(estimate(units, measures, { ...resampling(units.length), replicates: 200 }));
    told.push({ from, claims: countClaims(rows), ...found });
  }
  return told;
}

async function estimatePairs(scope: WorkspaceScope, own: OwnTables): Promise<readonly PairAgreement[]> {
  const seesAll = can(scope.role, "claim.adjudicate");
  const mine = own.pairs.filter(({ a, b }) => seesAll || a === scope.memberId || b === scope.memberId);
  const people = await readPeople(scope);
  const pairs = new Map<string, PairRow[]>();
  for (const row of mine) pairs.set(`${row.a} ${row.b}`, [...(pairs.get(`${row.a} ${row.b}`) ?? []), row]);
  const placeOf = (key: string) => own.scale.options.findIndex((option) => option.key === key);
  const told: PairAgreement[] = [];
  for (const rows of pairs.values()) {
    const cells = rows.map(({ verdictA, verdictB, claims }) => ({
      a: placeOf(verdictA),
      b: placeOf(verdictB),
      units: claims,
    }));
    const members = [rows[0]?.a ?? "", rows[0]?.b ?? ""].map((id) => ({
      memberId: id,
      name: people.get(id) ?? "",
    }));
    const [one, other] = members.toSorted(byName);
    if (!one || !other) continue;
    const coefficients = await inTurns(estimatePair(cells, own.scale, resampling(cells.length)));
    told.push({ members: [one, other], coefficients });
  }
  return told.toSorted((x, y) => byName(x.members[0], y.members[0]) || byName(x.members[1], y.members[1]));
}

function byName(one: Person, other: Person): number {
  return one.name.localeCompare(other.name, "en") || (one.memberId < other.memberId ? -1 : 1);
}

async function readPeople({ workspaceId }: WorkspaceScope): Promise<ReadonlyMap<string, string>> {
  const rows = await db().member.findMany({
    where: { workspaceId },
    select: { id: true, user: { select: { name: true } } },
  });
  return new Map(rows.map(({ id, user }) => [id, user.name]));
}

function tableOf({ scale, pairs }: OwnTables): readonly VerdictCell[] {
  const keys = scale.options.map(({ key }) => key);
  const cells = new Map<string, VerdictCell>();
  for (const { verdictA, verdictB, claims } of pairs) {
    const [a = "", b = ""] = [verdictA, verdictB].toSorted((x, y) => keys.indexOf(x) - keys.indexOf(y));
    const name = `${a} ${b}`;
    cells.set(name, { a, b, claims: claims + (cells.get(name)?.claims ?? 0) });
  }
  return [...cells.values()].toSorted(
    (x, y) => keys.indexOf(x.a) - keys.indexOf(y.a) || keys.indexOf(x.b) - keys.indexOf(y.b),
  );
}
