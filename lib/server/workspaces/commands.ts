import "server-only";
import type { SetupInput } from "@/lib/core/identity/identity";
import type { Role } from "@/lib/core/permissions/table";
import { defaultPolicies } from "@/lib/core/review/policy";
import { Refusal } from "@/lib/core/shared/refusal";
import { defaultScale } from "@/lib/core/verdicts/default-scale";
import { hashPassword } from "../auth/password";
import { requireHardToGuess } from "../auth/password-strength";
import { hashSecret } from "../auth/tokens";
import { db, type Tx } from "../db/client";
import { recordAll } from "../events/record";

/** A new desk with the default scale and one policy of each kind. Returns its id. */
export async function createWorkspace(
  tx: Tx,
  input: { readonly slug: string; readonly name: string },
): Promise<string> {
  const { id: workspaceId } = await tx.workspace.create({ data: { ...input }, select: { id: true } });
  const { key, name, options } = defaultScale;
  await tx.scale.create({ data: { workspaceId, key, name, version: 1, options: [...options] } });
  await tx.policy.createMany({
    data: defaultPolicies.map((policy) => ({ ...policy, workspaceId, version: 1 })),
  });
  return workspaceId;
}

type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly demo: boolean;
};

export async function addMember(tx: Tx, workspaceId: string, person: NewPerson): Promise<string> {
  const { name, email, passwordHash, role, demo } = person;
  const user = await tx.user.create({
    data: { name, email, demo, credential: { create: { passwordHash } } },
    select: { id: true },
  });
  const member = await tx.member.create({
    data: { workspaceId, userId: user.id, role },
    select: { id: true },
  });
  const joined = { type: "member.added", payload: { role }, entityId: member.id } as const;
  await recordAll(tx, { workspaceId, memberId: member.id, requestId: null }, [joined]);
  return member.id;
}

/**
 * Makes the first owner and desk of an empty installation. The link is used up by one atomic update, in the transaction
 * of the rest: of twenty people who open it at once exactly one succeeds.
 * @throws Refusal not_found when the link is unknown, used or over; conflict when address or desk are taken;
 * bad_input when the password is easy to guess
 */
export async function setUpInstallation(secret: string, input: SetupInput, now: Date): Promise<void> {
  await requireHardToGuess(input.password, [input.name, input.email, input.desk, input.slug]);
  const passwordHash = await hashPassword(input.password);
  await db().$transaction(async (tx) => {
    const used = await tx.accessLink.updateMany({
      where: { tokenHash: hashSecret(secret), kind: "setup", usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (used.count === 0 || (await tx.workspace.count()) > 0) {
      throw new Refusal("not_found", "This link is used up or over. Restart the server for a new one.");
    }
    const workspaceId = await createWorkspace(tx, { slug: input.slug, name: input.desk });
    const { name, email } = input;
    await addMember(tx, workspaceId, { name, email, passwordHash, role: "owner", demo: false });
  });
}
