import { listArticles, listClaims } from "../../lib/server/articles/queries";
import { db } from "../../lib/server/db/client";
import { countQueue, listQueue } from "../../lib/server/queue/queries";
import { search } from "../../lib/server/search/queries";
import { personOf, type Desk } from "../../seeds/factories";
import { timeCalls, type Timing } from "../filled-desk";

const rounds = 60;

/** Each list as an editor in the middle of the desk asks for it, of another article each time. */
export async function measureLists({ slug, workspaceId }: Desk): Promise<ReadonlyMap<string, Timing>> {
  const target = { workspace: slug };
  const member = await db().member.findFirstOrThrow({
    where: { workspaceId, role: "editor", user: { email: { startsWith: "bench" } } },
    orderBy: { id: "desc" },
  });
  const { actor } = await personOf(member.id, workspaceId);
  const articles = await db().article.findMany({
    where: { workspaceId },
    take: rounds + 1,
    select: { id: true },
  });
  const inArticle = (round: number) => ({
    ...target,
    articleId: articles[round % articles.length]?.id ?? "",
  });
  const lists: Readonly<Record<string, (round: number) => Promise<unknown>>> = {
    "claim list": (round) => listClaims(actor, inArticle(round)),
    "claim list, filtered": (round) =>
      listClaims(actor, inArticle(round), { state: "submitted", q: "happened" }),
    "articles with progress": () => listArticles(actor, target, { limit: 50 }),
    "queue, nobody's yet": () => listQueue(actor, target, { kind: "unassigned", limit: 50 }),
    "queue, to review": () => listQueue(actor, target, { kind: "to_review", limit: 50 }),
    "queue, all counts": () => countQueue(actor, target),
    "search, a rare word": (round) => search(actor, target, { q: `Article ${round + 1}`, limit: 20 }),
    "search, a common word": () => search(actor, target, { q: "happened", limit: 20 }),
    "search, nothing found": (round) => search(actor, target, { q: `zeppelin${round}`, limit: 20 }),
  };
  const measured = new Map<string, Timing>();
  for (const [what, list] of Object.entries(lists)) measured.set(what, await timeCalls(rounds, list));
  return measured;
}
