import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createSetupLink } from "@/seeds/setup-link";
import { createDesk, testPassword, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { forgetOperations } from "../jobs/forget-operations";
import { setUpInstallation } from "../workspaces/commands";
import { addMember } from "../workspaces/commands";
import { hashPassword } from "./password";
import { findSession, openSession, revokeSession } from "./session-store";
import { signInWithPassword } from "./sign-in";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const now = new Date("2026-11-22T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("sign-in by password", () => {
  it("takes the right one, whatever the case of the address", async () => {
    const { email, userId } = desk.editor.actor;
    const result = await signInWithPassword({ email: email.toUpperCase(), password: testPassword }, now);
    expect(result).toMatchObject({ outcome: "signed_in", user: { id: userId } });
  });

  it.each([
    ["a wrong password", () => ({ email: desk.owner.actor.email, password: `${testPassword}!` })],
    ["another case", () => ({ email: desk.owner.actor.email, password: testPassword.toUpperCase() })],
    ["an unknown address", () => ({ email: `${randomUUID()}@example.org`, password: testPassword })],
    ["objects", () => ({ email: { not: "" }, password: { not: "" } })],
    ["nothing", () => ({ email: undefined, password: undefined })],
  ])("answers %s in one and the same way", async (_name, input) => {
    expect(await signInWithPassword(input(), now)).toEqual({ outcome: "wrong" });
  });

  it("keeps argon2id hashes at or above the floor", async () => {
    const { passwordHash } = await db().credential.findUniqueOrThrow({
      where: { userId: desk.owner.actor.userId },
    });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("passwords that differ late are different", async () => {
    const long = `${"x".repeat(89)}a${"y".repeat(10)}`;
    const email = `${randomUUID()}@example.org`;
    const person = {
      name: "L",
      email,
      passwordHash: await hashPassword(long),
      role: "viewer",
      demo: false,
    } as const;
    await db().$transaction((tx) => addMember(tx, desk.workspaceId, person));
    expect(await signInWithPassword({ email, password: long.replace("a", "b") }, now)).toEqual({
      outcome: "wrong",
    });
    expect(await signInWithPassword({ email, password: long }, now)).toMatchObject({ outcome: "signed_in" });
  });

  it("slows down guessing for the account, however the address is written, and lets the owner in again", async () => {
    const { email } = desk.reviewer2.actor;
    const outcomes: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      const written = i % 2 === 0 ? email : email.toUpperCase();
      outcomes.push(
        (await signInWithPassword({ email: written, password: `guess number ${i}` }, later(i / 100))).outcome,
      );
    }
    expect(outcomes.filter((outcome) => outcome === "too_many").length).toBeGreaterThanOrEqual(45);
    expect(await signInWithPassword({ email, password: testPassword }, later(1))).toMatchObject({
      outcome: "too_many",
    });
    expect(await signInWithPassword({ email, password: testPassword }, later(3_600))).toMatchObject({
      outcome: "signed_in",
    });
  });

  it("forgets tries of yesterday, but nobody who still has to wait", async () => {
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    const soon = new Date(Date.now() + 60_000);
    const [old, waiting, fresh] = [randomUUID(), randomUUID(), randomUUID()];
    await db().signInThrottle.createMany({
      data: [
        { bucket: old, failures: 3, startedAt: yesterday },
        { bucket: waiting, failures: 30, startedAt: yesterday, blockedUntil: soon },
        { bucket: fresh, failures: 3 },
      ],
    });
    await forgetOperations();
    const left = await db().signInThrottle.findMany({ where: { bucket: { in: [old, waiting, fresh] } } });
    expect(left.map(({ bucket }) => bucket).toSorted()).toEqual([waiting, fresh].toSorted());
  });

  it("lets nobody in as a demo person outside of the demo", async () => {
    const email = `${randomUUID()}@demo.test`;
    const person = {
      name: "D",
      email,
      passwordHash: await hashPassword("demo demo demo"),
      role: "owner",
      demo: true,
    } as const;
    await db().$transaction((tx) => addMember(tx, desk.workspaceId, person));
    expect(await signInWithPassword({ email, password: "demo demo demo" }, now)).toEqual({
      outcome: "wrong",
    });
    const { id } = await db().user.findUniqueOrThrow({ where: { email } });
    expect(await findSession(await openSession(id, now), now)).toBeNull();
  });
});

describe("sessions", () => {
  it("end at sign-out, at their time, and with the account", async () => {
    const { userId } = desk.editor.actor;
    const [revoked, old, closed] = await Promise.all([1, 2, 3].map(() => openSession(userId, now)));
    expect(await findSession(closed ?? "", now)).toMatchObject({ user: { id: userId } });
    await revokeSession(revoked ?? "", now);
    expect(await findSession(revoked ?? "", now)).toBeNull();
    expect(await findSession(old ?? "", later(14 * 24 * 3600 + 1))).toBeNull();
    await db().user.update({ where: { id: userId }, data: { disabledAt: now } });
    expect(await findSession(closed ?? "", now)).toBeNull();
  });

  it("end after three days without a request, and not while there are some", async () => {
    const { userId } = desk.owner.actor;
    const [left, used] = await Promise.all([1, 2].map(() => openSession(userId, now)));
    const day = 24 * 3600;
    expect(await findSession(used ?? "", later(2 * day))).toMatchObject({ user: { id: userId } });
    expect(await findSession(left ?? "", later(3 * day + 1))).toBeNull();
    expect(await findSession(used ?? "", later(4 * day))).toMatchObject({ createdAt: now });
    expect(await findSession(used ?? "", later(7 * day + 1))).toBeNull();
  });

  it("are written to once in five minutes at most", async () => {
    const id = await openSession(desk.owner.actor.userId, now);
    await findSession(id, later(299));
    expect(await db().session.findUnique({ where: { id } })).toMatchObject({ lastSeenAt: now });
    await findSession(id, later(301));
    expect(await db().session.findUnique({ where: { id } })).toMatchObject({ lastSeenAt: later(301) });
  });
});

describe("the one-time set-up link", () => {
  const input = (slug: string) => ({
    name: "First",
    email: `${slug}@example.org`,
    password: "a long enough one",
    desk: "Desk",
    slug,
  });

  it("makes one owner, however many open it at once, and never on an installation that has a desk", async () => {
    const link = await createSetupLink({ origin: "http://127.0.0.1:3000" });
    const secret = link.split("/").at(-1) ?? "";
    expect(await db().accessLink.count({ where: { tokenHash: secret } })).toBe(0);
    await expect(setUpInstallation(secret, input("late"), new Date())).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(setUpInstallation("made-up", input("guess"), new Date())).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
