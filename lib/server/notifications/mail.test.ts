import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  notificationKinds,
  type Delivery,
  type DeliverySettings,
} from "@/lib/core/notifications/notification";
import { createArticle, createDesk, createPerson, type Desk, type Person } from "@/seeds/factories";
import { db } from "../db/client";
import { parseEnvironment } from "../env";
import { writeNote } from "../notes/commands";
import { markRead, saveDelivery } from "./commands";
import { sendMail, writeDigests } from "./mail";
import { listNotifications } from "./queries";

type Letter = { readonly to: readonly string[]; readonly raw: string };

const arrived: Letter[] = [];
let refusing = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  logger: false,
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      if (refusing) {
        done(new Error("try again later"));
        return;
      }
      const to = session.envelope.rcptTo.map(({ address }) => address);
      arrived.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
      done();
    });
  },
});

let desk: Desk;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Desk <desk@example.org>" });
  desk = await createDesk("City desk");
});
afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(resolve);
    }),
);
beforeEach(() => {
  arrived.length = 0;
  refusing = false;
});

const here = () => ({ workspace: desk.slug });

async function wish(person: Person, delivery: Delivery): Promise<void> {
  const settings = Object.fromEntries(notificationKinds.map((kind) => [kind, delivery]));
  await saveDelivery(person.actor, here(), settings as DeliverySettings);
}

async function mention(name: string): Promise<void> {
  const { claims } = await createArticle(desk);
  const target = { ...here(), claimId: claims[0]?.id ?? "" };
  await writeNote(desk.editor.actor, target, { body: `@${name}, look` });
}

/** What the queue of jobs would do with every letter that is in the outbox. */
async function sendAll(): Promise<void> {
  const waiting = await db().mail.findMany({ where: { sentAt: null }, orderBy: { id: "asc" } });
  for (const { workspaceId, id: mailId } of waiting) await sendMail({ workspaceId, mailId });
}

describe("letters", () => {
  it("go out at once to who wants them, once, and lead to the claim", async () => {
    await wish(desk.reviewer1, "email");
    await mention("Rita One");
    const jobs = await db().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from graphile_worker.jobs where task_identifier = 'mail.send'`;
    expect(jobs).toEqual([{ count: 1 }]);
    await sendAll();
    const mails = await db().mail.findMany();
    for (const { workspaceId, id: mailId } of mails) await sendMail({ workspaceId, mailId });
    expect(arrived).toHaveLength(1);
    const [letter] = arrived;
    expect(letter?.to).toEqual([desk.reviewer1.actor.email]);
    expect(letter?.raw).toMatch(/^Subject: City desk: Edgar mentioned you in a note\r$/m);
    expect(letter?.raw).toMatch(/^From: Desk <desk@example\.org>\r$/m);
    expect(letter?.raw).toContain(`Message-ID: <${mails[0]?.id ?? ""}@127.0.0.1>`);
    expect(letter?.raw.replaceAll("=\r\n", "")).toContain(`/w/${desk.slug}/articles/`);
  });

  it("go to nobody who is told in the program only", async () => {
    await wish(desk.reviewer1, "program");
    const before = await db().mail.count();
    await mention("Rita One");
    expect(await db().mail.count()).toBe(before);
  });

  it("stay in the outbox while the mail server refuses them, and go out later", async () => {
    await wish(desk.reviewer1, "email");
    await mention("Rita One");
    refusing = true;
    await expect(sendAll()).rejects.toThrow();
    expect(await db().mail.count({ where: { sentAt: null } })).toBe(1);
    refusing = false;
    await sendAll();
    expect(arrived).toHaveLength(1);
    expect(await db().mail.count({ where: { sentAt: null } })).toBe(0);
  });

  it("are not sent about what was read meanwhile, nor to somebody who has left", async () => {
    await wish(desk.reviewer1, "email");
    await mention("Rita One");
    const { items } = await listNotifications(desk.reviewer1.actor, here(), { limit: 1 });
    await markRead(desk.reviewer1.actor, here(), { upTo: items[0]?.id ?? "" });
    await wish(desk.reviewer2, "email");
    await mention("Rui Two");
    const where = { workspaceId_id: { workspaceId: desk.workspaceId, id: desk.reviewer2.memberId } };
    await db().member.update({ where, data: { removedAt: new Date() } });
    await sendAll();
    await db().member.update({ where, data: { removedAt: null } });
    expect(arrived).toEqual([]);
    expect(await db().mail.count({ where: { sentAt: null } })).toBe(0);
  });

  it("of a day come as one, of what is unread and in no letter yet; two digests at once send it once", async () => {
    await wish(desk.reviewer1, "digest");
    await mention("Rita One");
    await mention("Rita One");
    await sendAll();
    expect(arrived).toEqual([]);
    await Promise.all([writeDigests(), writeDigests()]);
    await sendAll();
    await writeDigests();
    await sendAll();
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.raw).toMatch(/^Subject: City desk: 2 things wait for you\r$/m);
  });

  it("take no header from a name, and go to no address that is more than one", async () => {
    await db().user.update({
      where: { id: desk.editor.actor.userId },
      data: { name: "Ed\r\nBcc: everybody@example.org\r\n\r\nBuy" },
    });
    await wish(desk.reviewer1, "email");
    await mention("Rita One");
    const email = "two@example.org, three@example.org";
    const twin = await createPerson(desk.workspaceId, { name: "Twin", email, role: "reviewer" });
    await wish(twin, "email");
    await mention("Twin");
    await sendAll();
    expect(arrived.map(({ to }) => to)).toEqual([[desk.reviewer1.actor.email]]);
    const head = arrived[0]?.raw.split("\r\n\r\n")[0] ?? "";
    expect(head).not.toMatch(/^Bcc/im);
    expect(head).toContain("Ed Bcc: everybody@example.org Buy mentioned you");
  });

  it("need settings that name a mail server and a sender", () => {
    const rest = { DATABASE_URL: "x", ASSAY_URL: "https://x.example", ASSAY_SECRET: "s".repeat(32) };
    expect(() => parseEnvironment({ ...rest, SMTP_URL: "https://mail.example" })).toThrow(/SMTP_URL/);
    expect(() => parseEnvironment({ ...rest, MAIL_FROM: "a@b.example\nBcc: c@d.example" })).toThrow(
      /MAIL_FROM/,
    );
    expect(parseEnvironment({ ...rest, SMTP_URL: "smtp://mail.example:25" }).SMTP_URL).toContain("smtp:");
  });
});
