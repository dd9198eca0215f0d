import "server-only";
import type { Colleague, DeskMember } from "@/lib/core/claims/workbench";
import type { Role } from "@/lib/core/permissions/table";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { selectColleagues } from "./rows";
import { hashSecret } from "../auth/tokens";
import { db } from "../db/client";

/** The reader's place at this desk. @throws Refusal not_found */
export async function getDeskMember(actor: Actor, workspace: string): Promise<DeskMember> {
  const scope = await authorize(actor, workspace, "article.read");
  return {
    memberId: scope.memberId,
    name: actor.name,
    role: scope.role,
    workspace: { slug: scope.slug, name: scope.workspaceName },
  };
}

/** Everybody who works at this desk now, by name. */
export async function listColleagues(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<readonly Colleague[]> {
  const scope = await authorize(actor, target.workspace, "member.read");
  return selectColleagues(db(), scope);
}

/** The desks that this person belongs to; a token knows of its own alone. */
export async function listWorkspaces(
  actor: Actor,
): Promise<readonly { readonly slug: string; readonly name: string; readonly role: Role }[]> {
  const members = await db().member.findMany({
    where: {
      userId: actor.userId,
      removedAt: null,
      ...(actor.token ? { workspaceId: actor.token.workspaceId } : {}),
    },
    select: { role: true, workspace: { select: { slug: true, name: true } } },
    orderBy: { createdAt: "asc" },
  });
  return members.map(({ role, workspace }) => ({ ...workspace, role }));
}

/** Whether this setup link still opens. */
export async function isSetupLinkOpen(secret: string, now: Date): Promise<boolean> {
  const link = await db().accessLink.findUnique({
    where: { tokenHash: hashSecret(secret), kind: "setup", usedAt: null },
  });
  return link !== null && link.expiresAt > now;
}
