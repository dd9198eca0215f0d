import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createDesk, createPerson, testPassword, withKey, type Desk, type Person } from "@/seeds/factories";
import { listArticles } from "../articles/queries";
import { isPasswordRight } from "../auth/password";
import { findSession, openSession } from "../auth/session-store";
import { db } from "../db/client";
import { makeToken } from "../tokens/commands";
import { changeRole, inviteMember, makeResetLink, removeMember, revokeInvitation } from "./commands";
import { acceptInvitation, resetPassword } from "./links";
import { findInvitation, listInvitations, listMembers } from "./queries";

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

const at = () => ({ workspace: desk.slug });
const member = (person: Person, baseVersion = 1) => ({ ...at(), memberId: person.memberId, baseVersion });
const secretOf = (link: string | null) => link?.split("/").at(-1) ?? "";
const newcomer = { newcomer: { name: "Nora New", password: testPassword } };
const address = () => `nora.${randomUUID().slice(0, 8)}@example.org`;

async function invited(email = address(), role: "reviewer" | "editor" = "reviewer") {
  const invitation = await inviteMember(desk.owner.actor, at(), { email, role });
  return { ...invitation, email, secret: secretOf(invitation.link) };
}

describe("an invitation", () => {
  it("lets the invited address join once, with the role it names", async () => {
    const { secret, email } = await invited();
    expect(await findInvitation(secret, new Date())).toMatchObject({ email, role: "reviewer", known: false });
    expect(await acceptInvitation(secret, newcomer, new Date())).toBe(desk.slug);
    const members = await listMembers(desk.owner.actor, at());
    expect(members.find((line) => line.email === email)).toMatchObject({
      name: "Nora New",
      role: "reviewer",
    });
    expect(await findInvitation(secret, new Date())).toBeNull();
  });

  it("of twenty who open it at once, one joins", async () => {
    const { secret, email } = await invited();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => acceptInvitation(secret, newcomer, new Date())),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().user.count({ where: { email } })).toBe(1);
    expect(await db().member.count({ where: { workspaceId: desk.workspaceId, user: { email } } })).toBe(1);
  });

  it("is over after seven days, when it is revoked, and when a newer one is made", async () => {
    const first = await invited();
    const inEightDays = new Date(Date.now() + 8 * 86_400_000);
    await expect(acceptInvitation(first.secret, newcomer, inEightDays)).rejects.toMatchObject({
      code: "not_found",
    });
    const second = await invited(first.email);
    await expect(acceptInvitation(first.secret, newcomer, new Date())).rejects.toMatchObject({
      code: "not_found",
    });
    await revokeInvitation(desk.owner.actor, { ...at(), invitationId: second.id });
    await revokeInvitation(desk.owner.actor, { ...at(), invitationId: second.id });
    await expect(acceptInvitation(second.secret, newcomer, new Date())).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await listInvitations(desk.owner.actor, at())).toEqual([]);
  });

  it("is for one address: another account cannot use it, and an account that exists has to sign in", async () => {
    const elsewhere = await createDesk("Elsewhere");
    const { email } = elsewhere.editor.actor;
    const { secret } = await invited(email);
    await expect(
      acceptInvitation(secret, { signedIn: elsewhere.reviewer1.actor }, new Date()),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(acceptInvitation(secret, newcomer, new Date())).rejects.toMatchObject({ code: "conflict" });
    // What was refused has used up nothing.
    expect(await acceptInvitation(secret, { signedIn: elsewhere.editor.actor }, new Date())).toBe(desk.slug);
    await expect(inviteMember(desk.owner.actor, at(), { email, role: "viewer" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("keeps no secret: a repeat of the request makes no second link and cannot show the first", async () => {
    const actor = withKey(desk.owner.actor, randomUUID());
    const input = { email: address(), role: "reviewer" } as const;
    const clicks = await Promise.all([1, 2, 3].map(() => inviteMember(actor, at(), input)));
    expect(new Set(clicks.map(({ id }) => id)).size).toBe(1);
    const links = clicks.flatMap(({ link }) => link ?? []);
    expect(links).toHaveLength(1);
    const kept = JSON.stringify([
      await db().invitation.findMany({ where: { workspaceId: desk.workspaceId } }),
      (await db().idempotencyKey.findMany({ where: { workspaceId: desk.workspaceId } })).map(
        (row) => row.response,
      ),
    ]);
    expect(kept).not.toContain(secretOf(links[0] ?? null));
  });

  it("is made by owners alone; a stranger learns nothing", async () => {
    const input = { email: address(), role: "owner" } as const;
    await expect(inviteMember(desk.editor.actor, at(), input)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await createDesk("Elsewhere");
    await expect(inviteMember(stranger.owner.actor, at(), input)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(listInvitations(desk.editor.actor, at())).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await invited();
    const foreign = { workspace: stranger.slug, invitationId: id };
    await expect(revokeInvitation(stranger.owner.actor, foreign)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("takes back somebody who had left, with what they wrote", async () => {
    await removeMember(desk.owner.actor, member(desk.reviewer1));
    const { secret } = await invited(desk.reviewer1.actor.email, "editor");
    await acceptInvitation(secret, { signedIn: desk.reviewer1.actor }, new Date());
    const members = await listMembers(desk.owner.actor, at());
    expect(members.find(({ id }) => id === desk.reviewer1.memberId)).toMatchObject({ role: "editor" });
  });
});

describe("a member", () => {
  it("who is removed is out with the next request, and signed out everywhere", async () => {
    const sessionId = await openSession(desk.reviewer1.actor.userId, new Date());
    await removeMember(desk.owner.actor, member(desk.reviewer1));
    expect(await findSession(sessionId, new Date())).toBeNull();
    await expect(listArticles(desk.reviewer1.actor, at())).rejects.toMatchObject({ code: "not_found" });
    const members = await listMembers(desk.owner.actor, at());
    expect(members.map(({ id }) => id)).not.toContain(desk.reviewer1.memberId);
  });

  it("whose role changes has the new one with the next request", async () => {
    await changeRole(desk.owner.actor, member(desk.editor), { role: "viewer" });
    await expect(changeRole(desk.editor.actor, member(desk.viewer), { role: "owner" })).rejects.toMatchObject(
      { code: "forbidden" },
    );
  });

  it("is not changed by a late save, nor twice by a double click", async () => {
    await changeRole(desk.owner.actor, member(desk.viewer), { role: "reviewer" });
    const late = await changeRole(desk.owner.actor, member(desk.viewer), { role: "owner" });
    expect(late).toEqual({ outcome: "stale", version: 2 });
    expect(await removeMember(desk.owner.actor, member(desk.viewer))).toEqual({
      outcome: "stale",
      version: 2,
    });
    const actor = withKey(desk.owner.actor, randomUUID());
    const clicks = await Promise.all(
      [1, 2].map(() => changeRole(actor, member(desk.viewer, 2), { role: "editor" })),
    );
    expect(clicks).toEqual([
      { outcome: "changed", version: 3 },
      { outcome: "changed", version: 3 },
    ]);
    expect(
      await db().event.count({ where: { type: "member.role_changed", entityId: desk.viewer.memberId } }),
    ).toBe(2);
  });

  it("of another desk is not found", async () => {
    const stranger = await createDesk("Elsewhere");
    const foreign = { workspace: stranger.slug, memberId: desk.editor.memberId, baseVersion: 1 };
    await expect(removeMember(stranger.owner.actor, foreign)).rejects.toMatchObject({ code: "not_found" });
    await expect(makeResetLink(stranger.owner.actor, foreign)).rejects.toMatchObject({ code: "not_found" });
  });

  it("shows the address to owners alone", async () => {
    const seen = await listMembers(desk.viewer.actor, at());
    expect(seen).toHaveLength(5);
    expect(seen.every(({ email }) => email === null)).toBe(true);
  });

  it("who is the last owner stays one; of two who demote each other at once one fails, a hundred times", async () => {
    await expect(removeMember(desk.owner.actor, member(desk.owner))).rejects.toMatchObject({
      code: "conflict",
    });
    const second = await createPerson(desk.workspaceId, {
      name: "Otto",
      email: address(),
      role: "owner",
    });
    for (let round = 0; round < 100; round += 1) {
      const rows = await db().member.findMany({
        where: { id: { in: [desk.owner.memberId, second.memberId] } },
      });
      const versionOf = (id: string) => rows.find((row) => row.id === id)?.version ?? 0;
      const demote = (by: Person, whom: Person) =>
        changeRole(by.actor, member(whom, versionOf(whom.memberId)), { role: "editor" });
      const results = await Promise.allSettled([demote(desk.owner, second), demote(second, desk.owner)]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const left = await db().member.findMany({ where: { workspaceId: desk.workspaceId, role: "owner" } });
      expect(left).toHaveLength(1);
      const by = left[0]?.id === second.memberId ? second : desk.owner;
      const demoted = by === second ? desk.owner : second;
      const { version } = await db().member.findFirstOrThrow({ where: { id: demoted.memberId } });
      await changeRole(by.actor, member(demoted, version), { role: "owner" });
    }
  });
});

describe("a link for a new password", () => {
  const resetFor = (person: Person) =>
    makeResetLink(desk.owner.actor, { ...at(), memberId: person.memberId });

  it("sets it once, and ends every session and every token", async () => {
    const sessionId = await openSession(desk.editor.actor.userId, new Date());
    const { workspaceId } = desk;
    const input = { name: "Made by whom?", scope: "read", days: 1 } as const;
    const { id: tokenId } = await makeToken(desk.editor.actor, { workspace: desk.slug }, input);
    const others = await makeToken(desk.owner.actor, { workspace: desk.slug }, input);
    const secret = secretOf((await resetFor(desk.editor)).link);
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => resetPassword(secret, "a new long password", new Date())),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { passwordHash } = await db().credential.findUniqueOrThrow({
      where: { userId: desk.editor.actor.userId },
    });
    expect(await isPasswordRight(passwordHash, "a new long password")).toBe(true);
    expect(await findSession(sessionId, new Date())).toBeNull();
    const ended = await db().apiToken.findMany({ where: { workspaceId, revokedAt: { not: null } } });
    expect(ended.map(({ id }) => id)).toEqual([tokenId]);
    expect(ended.map(({ id }) => id)).not.toContain(others.id);
    expect(await db().event.count({ where: { workspaceId, type: "token.revoked" } })).toBe(1);
  });

  it("is over after an hour, and when a newer one is made", async () => {
    const first = secretOf((await resetFor(desk.editor)).link);
    const later = new Date(Date.now() + 61 * 60_000);
    await expect(resetPassword(first, testPassword, later)).rejects.toMatchObject({ code: "not_found" });
    const second = secretOf((await resetFor(desk.editor)).link);
    await expect(resetPassword(first, testPassword, new Date())).rejects.toMatchObject({ code: "not_found" });
    await resetPassword(second, testPassword, new Date());
  });

  it("is refused for somebody who also works at a desk of somebody else's", async () => {
    const elsewhere = await createDesk("Elsewhere");
    const { email } = elsewhere.editor.actor;
    const { secret } = await invited(email);
    await acceptInvitation(secret, { signedIn: elsewhere.editor.actor }, new Date());
    const { id } = await db().member.findFirstOrThrow({
      where: { workspaceId: desk.workspaceId, userId: elsewhere.editor.actor.userId },
    });
    await expect(makeResetLink(desk.owner.actor, { ...at(), memberId: id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is made by owners alone", async () => {
    await expect(
      makeResetLink(desk.editor.actor, { ...at(), memberId: desk.reviewer1.memberId }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
