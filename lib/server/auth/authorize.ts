import "server-only";
import { can, covers, type Permission, type Role } from "@/lib/core/permissions/table";
import { Refusal } from "@/lib/core/shared/refusal";
import { db } from "../db/client";
import type { Actor, TokenGrant, WorkspaceScope } from "./actor";

/**
 * The first statement of every command and query.
 * @throws Refusal not_found when the actor is no member, or the token is another desk's (a stranger learns nothing);
 * forbidden when the role falls short, or the scope of the token.
 */
export async function authorize(
  actor: Actor,
  workspace: string,
  permission: Permission,
): Promise<WorkspaceScope> {
  const [member] = await db().$queryRaw<Found[]>`/* plan: who asks at this desk */
    select m.id, m.role::text, w.id as "workspaceId", w.slug, w.name
    from workspace w
    join member m on m.workspace_id = w.id
    where w.slug = ${workspace} and m.user_id = ${actor.userId}::uuid and m.removed_at is null`;
  if (!member || (actor.token && !isFor(actor.token, member))) {
    throw new Refusal("not_found", "There is no such workspace, or you are not a member of it.");
  }
  if (actor.expectedMemberId !== null && actor.expectedMemberId !== member.id) {
    // A page of somebody who has signed out here since: their words must not become another person's.
    throw new Refusal("signed_out", "Somebody else is signed in here now. Sign in again as yourself.");
  }
  if (!can(member.role, permission)) {
    throw new Refusal("forbidden", `Your role here is ${member.role}; it does not allow this.`);
  }
  if (actor.token && !covers(actor.token.scope, permission)) {
    throw new Refusal("forbidden", `This token has the scope ${actor.token.scope}; it does not allow this.`);
  }
  const { id: memberId, role, workspaceId, slug, name: workspaceName } = member;
  return { workspaceId, slug, workspaceName, memberId, role, actor } as WorkspaceScope;
}

type Found = {
  readonly id: string;
  readonly role: Role;
  readonly workspaceId: string;
  readonly slug: string;
  readonly name: string;
};

/** A token opens one desk, as one member, wherever else that person works. */
function isFor(token: TokenGrant, member: Found): boolean {
  return token.workspaceId === member.workspaceId && token.memberId === member.id;
}
