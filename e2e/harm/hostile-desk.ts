import { changeClaim } from "@/lib/server/claims/commands";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { db } from "@/lib/server/db/client";
import { writeNote } from "@/lib/server/notes/commands";
import { publishReport } from "@/lib/server/reports/commands";
import { reviewAnnotation } from "@/lib/server/review/commands";
import { annotate, cite, createArticle, createDesk, type Desk } from "@/seeds/factories";
import { payloads } from "./payloads";

export type HostileDesk = {
  readonly desk: Desk;
  /** Several articles, so that each payload once stands in a title. */
  readonly articles: readonly { readonly article: string; readonly claim: string }[];
  readonly source: string;
  readonly report: string;
  readonly claim: string;
  /** A source with an address at another site. */
  readonly linked: string;
};

/** Of each payload what fits into one line of a field. */
const lines = payloads.map((payload) => payload.replaceAll(/\s+/g, " "));
const at = (index: number) => lines[index % lines.length] ?? "";
const together = lines.join("\n\n");
/** Payloads that end in a full stop, so that each is a sentence, and so a claim. */
const text = lines.map((line) => `${line}.`).join("\n\n");

async function nameEverything({ workspaceId, ...people }: Desk): Promise<void> {
  await db().workspace.update({ where: { id: workspaceId }, data: { name: at(0) } });
  const members = [people.owner, people.editor, people.reviewer1, people.reviewer2, people.viewer];
  for (const [index, { actor }] of members.entries()) {
    await db().user.update({ where: { id: actor.userId }, data: { name: at(72 + index) } });
  }
}

async function writeSources({ slug, reviewer1, workspaceId }: Desk): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [index, line] of lines.entries()) {
    const { sourceId } = await cite(slug, reviewer1, { title: line, publisher: at(index + 1) });
    ids.push(sourceId);
  }
  // Addresses that no form lets through, as if an older version had.
  for (const [index, id] of ids.slice(0, 20).entries()) {
    const where = { workspaceId_id: { workspaceId, id } };
    const url = ["javascript:harm(1)", "data:text/html,<script>harm(1)</script>"][index % 2] ?? "";
    await db().source.update({
      where,
      data: { canonicalUrl: `${url}//${index}`, reliability: at(index + 2) },
    });
  }
  return ids;
}

async function writeClaim(
  desk: Desk,
  claimId: string,
  index: number,
  sources: readonly string[],
): Promise<void> {
  const { slug } = desk;
  const citations = sources.slice(index, index + 12).map((sourceId, nth) => ({
    sourceId,
    stance: "supports" as const,
    quote: at(index * 3 + nth),
    locator: at(index + nth).slice(0, 200),
  }));
  const searches = [{ query: at(index), place: at(index + 1).slice(0, 200), outcome: at(index + 2) }];
  const rationale = index === 0 ? together : lines.slice(index, index + 30).join("\n");
  await annotate(slug, desk.reviewer1, claimId, {
    verdict: "true",
    rationale,
    citations,
    searches,
    submit: true,
  });
  await writeNote(desk.editor.actor, { workspace: slug, claimId }, { body: together });
}

async function publish(desk: Desk): Promise<Pick<HostileDesk, "report" | "claim" | "linked">> {
  const { slug } = desk;
  const { id, claims } = await createArticle(desk, { title: at(3), text });
  const [first, ...others] = claims;
  const claimId = first?.id ?? "";
  const citation = await cite(slug, desk.reviewer1, { title: at(5) });
  const searches = [{ query: at(7), place: at(8).slice(0, 200), sought: "refutes" as const, outcome: at(9) }];
  const citations = [{ ...citation, quote: at(6) }];
  const content = { verdict: "true", rationale: together, citations, searches, submit: true };
  await annotate(slug, desk.reviewer1, claimId, content);
  const { colleagues } = await getClaimDetail(desk.editor.actor, { workspace: slug, claimId });
  const [given] = colleagues;
  if (given?.sight !== "full") throw new Error("There is nothing to approve");
  const approval = {
    decision: "approve" as const,
    reasons: [],
    comment: together.slice(0, 2_000),
    version: given.version,
  };
  await reviewAnnotation(desk.editor.actor, { workspace: slug, annotationId: given.id }, approval);
  for (const [index, { id: claimId, version }] of others.entries()) {
    const target = { workspace: slug, claimId, baseVersion: version };
    await changeClaim(desk.editor.actor, target, { disposition: "opinion", dispositionReason: at(index) });
  }
  const published = await publishReport(desk.editor.actor, { workspace: slug, articleId: id });
  if (published.outcome !== "published") throw new Error(published.outcome);
  // A page that nobody could fetch would keep the gate shut; now its address can hold something too.
  const where = { workspaceId_id: { workspaceId: desk.workspaceId, id: citation.sourceId } };
  await db().source.update({ where, data: { canonicalUrl: 'https://register.example/"><script>' } });
  return { report: published.slug, claim: claimId, linked: citation.sourceId };
}

/** A desk in which every text that a person can write holds payloads. */
export async function createHostileDesk(): Promise<HostileDesk> {
  const desk = await createDesk();
  await nameEverything(desk);
  const sources = await writeSources(desk);
  const articles: { article: string; claim: string }[] = [];
  for (let index = 0; index < 3; index += 1) {
    const { id: article, claims } = await createArticle(desk, {
      title: at(index * 40),
      text: index === 0 ? text : `${at(index)}.`,
    });
    const claim = claims[0]?.id ?? "";
    articles.push({ article, claim });
    for (const [nth, { id }] of claims.slice(0, 6).entries()) await writeClaim(desk, id, nth, sources);
  }
  await db().apiToken.create({
    data: {
      workspaceId: desk.workspaceId,
      memberId: desk.owner.memberId,
      name: at(9),
      prefix: "assay_<b>x",
      tokenHash: crypto.randomUUID(),
      scope: "read",
    },
  });
  return { desk, articles, source: sources[0] ?? "", ...(await publish(desk)) };
}
