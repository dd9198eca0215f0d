import "server-only";
import { sightOfPresence } from "@/lib/core/events/presence";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { liveChannel } from "./live-channel";
import type { PresenceNotice } from "./presence";

type ArticleTarget = { readonly workspace: string; readonly articleId: string };
type PresenceInput = Pick<PresenceNotice, "tab" | "claimId" | "typing" | "leaving">;

/**
 * Says that the caller has an article open, on which claim, or that they close it. Nothing is kept: every process hears it
 * and forgets it again. What nobody may know is not even said.
 * @returns whether anybody may hear of it
 * @throws Refusal not_found
 */
export async function announcePresence(
  actor: Actor,
  target: ArticleTarget,
  input: PresenceInput,
): Promise<{ readonly told: boolean }> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const { workspaceId, memberId } = scope;
  const article = await db().article.findFirst({
    where: { workspaceId, id: target.articleId, deletedAt: null },
    select: { policy: { select: { kind: true } } },
  });
  if (!article) throw new Refusal("not_found", "There is no such article.");
  // As those may know who may know the most.
  const sight = sightOfPresence(article.policy.kind, "owner");
  if (sight === "nothing") return { told: false };
  const { tab, leaving } = input;
  const open = sight === "claim" ? { claimId: input.claimId, typing: input.typing } : hidden;
  const notice: PresenceNotice = {
    workspaceId,
    presenceIn: target.articleId,
    memberId,
    tab,
    leaving,
    ...open,
  };
  await db().$executeRaw`select pg_notify(${liveChannel}, ${JSON.stringify(notice)})`;
  return { told: true };
}

const hidden = { claimId: null, typing: false } as const;
