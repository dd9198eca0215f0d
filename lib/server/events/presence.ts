import "server-only";
import { latestBeats, sightOfPresence, type Beat, type PersonHere } from "@/lib/core/events/presence";
import type { WorkspaceScope } from "../auth/actor";
import { db } from "../db/client";

/** What a process says to all others of one open page. */
export type PresenceNotice = Omit<Beat, "at"> & {
  readonly workspaceId: string;
  readonly presenceIn: string;
  readonly leaving: boolean;
};

/** More articles than this are not remembered: who was silent the longest is heard of again with the next beat. */
const mostArticles = 2_000;
const tabsAMember = 5;
const mostTold = 50;

/** By article, one for each open page. */
type Heard = Map<string, readonly Beat[]>;
const held = globalThis as unknown as { assayPresence?: Heard };

const heard = (): Heard => (held.assayPresence ??= new Map());
const placeOf = (workspaceId: string, articleId: string) => `${workspaceId}/${articleId}`;

/** Remembers in this process what was heard, as long as it may be true. */
export function hearPresence(notice: PresenceNotice, now = Date.now()): void {
  const { workspaceId, presenceIn, leaving, memberId, tab, claimId, typing } = notice;
  const key = placeOf(workspaceId, presenceIn);
  const before = (heard().get(key) ?? []).filter((beat) => latestBeats([beat], now).length > 0);
  const others = before.filter((one) => one.memberId !== memberId);
  const own = before.filter((one) => one.memberId === memberId && one.tab !== tab);
  if (!leaving) own.push({ memberId, tab, claimId, typing, at: now });
  const kept = [...others, ...own.slice(-tabsAMember)].toSorted(byMember);
  // The oldest stand first in a Map: what is heard goes to its end.
  heard().delete(key);
  if (kept.length > 0) heard().set(key, kept);
  const [oldest] = heard().keys();
  if (heard().size > mostArticles && oldest !== undefined) heard().delete(oldest);
}

/** Any order that stays the same as long as the same people are there. */
function byMember(one: Beat, other: Beat): number {
  return one.memberId < other.memberId ? -1 : Number(one.memberId > other.memberId);
}

/** Who is in an article, by what this process has heard; nothing is asked of the database. */
export function heardIn({ workspaceId }: WorkspaceScope, articleId: string, now = Date.now()) {
  return latestBeats(heard().get(placeOf(workspaceId, articleId)) ?? [], now);
}

/** Colleagues who have the article open, as far as this reader may know: members who still are, and under its policy now. */
export async function listPresent(
  scope: WorkspaceScope,
  articleId: string,
  beats: readonly Beat[],
): Promise<readonly PersonHere[]> {
  const others = beats.filter(({ memberId }) => memberId !== scope.memberId).slice(0, mostTold);
  if (others.length === 0) return [];
  const { workspaceId } = scope;
  const article = await db().article.findFirst({
    where: { workspaceId, id: articleId, deletedAt: null },
    select: { policy: { select: { kind: true } } },
  });
  const sight = article ? sightOfPresence(article.policy.kind, scope.role) : "nothing";
  if (sight === "nothing") return [];
  const members = await db().member.findMany({
    where: { workspaceId, removedAt: null, id: { in: others.map(({ memberId }) => memberId) } },
    select: { id: true, user: { select: { name: true } } },
  });
  const names = new Map(members.map(({ id, user }) => [id, user.name]));
  return others.flatMap(({ memberId, claimId, typing }) => {
    const name = names.get(memberId);
    if (name === undefined) return [];
    const isOpen = sight === "claim";
    return [{ memberId, name, claimId: isOpen ? claimId : null, typing: isOpen && typing }];
  });
}
