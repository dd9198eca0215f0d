import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { EventType } from "@/lib/core/events/event";
import { mostAttempts } from "@/lib/core/webhooks/webhook";
import { annotate, createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { changeArticle } from "../articles/commands";
import { db } from "../db/client";
import { theInternet, type Outside } from "../fetching/outside";
import {
  addWebhook,
  changeWebhook,
  pingWebhook,
  removeWebhook,
  replayDelivery,
  rotateSecret,
} from "./commands";
import { deliverWebhook } from "./deliver";
import { listDeliveries, listWebhooks } from "./queries";
import { signedHeaders } from "./secret";

type Arrival = { readonly headers: IncomingMessage["headers"]; readonly body: string };

let desk: Desk;
let stranger: Desk;
let server: Server;
let answer = 204;
const arrived: Arrival[] = [];

beforeAll(async () => {
  [desk, stranger] = [await createDesk(), await createDesk("Elsewhere")];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      arrived.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      response.writeHead(answer, { location: "http://127.0.0.1/elsewhere" }).end("a body nobody reads");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  arrived.length = 0;
  answer = 204;
});

const here = () => ({ workspace: desk.slug });
const notFound = { code: "not_found" };
const address = () => `http://hook.example:${(server.address() as AddressInfo).port}/in?a=b`;
/** A world in which the receiver lives at this machine; the program itself only ever knows the internet. */
const outside: Outside = {
  limits: { ...theInternet.limits, connectMs: 5_000 },
  mayMeet: (met) => met === "127.0.0.1",
  mayUsePort: () => true,
  resolve: () => Promise.resolve(["127.0.0.1"]),
};

async function hook(events: readonly EventType[], on: Desk = desk) {
  const made = await addWebhook(
    on.owner.actor,
    { workspace: on.slug },
    { url: address(), events: [...events] },
  );
  return {
    webhookId: made.id,
    secret: made.secret ?? "",
    target: { workspace: on.slug, webhookId: made.id },
  };
}
const waitingOf = (webhookId: string) =>
  db().webhookDelivery.findMany({ where: { webhookId, state: "waiting" }, orderBy: { createdAt: "asc" } });
async function sendAll(webhookId: string, world = outside): Promise<void> {
  for (const { workspaceId, id: deliveryId } of await waitingOf(webhookId)) {
    await deliverWebhook({ workspaceId, deliveryId }, world);
  }
}
function onlyArrival(): Arrival {
  const [arrival, ...more] = arrived;
  if (!arrival || more.length > 0) throw new Error(`${arrived.length} have arrived`);
  return arrival;
}
const jobsFor = (deliveryId: string) =>
  db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs where key = ${deliveryId}`;

describe("the signature", () => {
  it("is that of the example of Standard Webhooks", () => {
    const headers = signedHeaders("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", {
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      seconds: 1614265330,
      body: '{"test": 2432232314}',
    });
    expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  });
});

describe("an event", () => {
  it("is in the outbox of every hook that asked for it, with its job, in the transaction of the change", async () => {
    const [asked, other] = [await hook(["article.imported"]), await hook(["claim.ruled"])];
    const { id } = await createArticle(desk);
    expect(await waitingOf(other.webhookId)).toEqual([]);
    const [delivery] = await waitingOf(asked.webhookId);
    expect(await jobsFor(delivery?.id ?? "")).toEqual([{ count: 1 }]);

    await sendAll(asked.webhookId);
    const { headers, body } = onlyArrival();
    expect(headers["webhook-id"]).toBe(delivery?.id);
    const key = Buffer.from(asked.secret.replace("whsec_", ""), "base64");
    const said = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
    const signature = createHmac("sha256", key).update(said).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${signature}`);
    expect(JSON.parse(body)).toMatchObject({
      type: "article.imported",
      data: { desk: desk.slug, articleId: id, entityId: id, payload: { title: "The bridge", claims: 3 } },
    });
    const [line] = await listDeliveries(desk.owner.actor, asked.target);
    expect(line).toMatchObject({
      id: delivery?.id,
      state: "delivered",
      attempts: 1,
      status: 204,
      nextAt: null,
    });
  });

  it("that was rolled back leaves nothing, and one whose sender dies after the save is still sent, under one id", async () => {
    const { webhookId } = await hook(["article.changed"]);
    const { id } = await createArticle(desk);
    const target = { ...here(), articleId: id };
    await expect(
      changeArticle(desk.reviewer1.actor, { ...target, baseVersion: 1 }, { title: "No" }),
    ).rejects.toThrow();
    await changeArticle(desk.editor.actor, { ...target, baseVersion: 9 }, { title: "Late" });
    expect(await waitingOf(webhookId)).toEqual([]);

    await changeArticle(desk.editor.actor, { ...target, baseVersion: 1 }, { title: "Saved" });
    const [delivery] = await waitingOf(webhookId);
    await sendAll(webhookId);
    // The process died after sending, before it could write that down: the job runs again.
    await db().webhookDelivery.updateMany({ where: { webhookId }, data: { state: "waiting", attempts: 0 } });
    await sendAll(webhookId);
    expect(arrived.map(({ headers }) => headers["webhook-id"])).toEqual([delivery?.id, delivery?.id]);
    expect(arrived[0]?.body).toBe(arrived[1]?.body);
    await sendAll(webhookId);
    expect(arrived).toHaveLength(2);
  });

  it("is nothing to a hook of another desk, one that is off, or one that was removed", async () => {
    const theirs = await hook(["article.imported"], stranger);
    const [off, removed] = [await hook(["article.imported"]), await hook(["article.imported"])];
    await changeWebhook(desk.owner.actor, { ...off.target, baseVersion: 1 }, { enabled: false });
    await removeWebhook(desk.owner.actor, removed.target);
    await createArticle(desk);
    for (const { webhookId } of [theirs, off, removed]) {
      expect(await db().webhookDelivery.count({ where: { webhookId } })).toBe(0);
    }
  });
});

describe("blindness", () => {
  it.each(["blind_check", "double_blind"] as const)(
    "under %s nothing is told of an annotation before it lies open, not even that there was something",
    async (policy) => {
      const { webhookId, target } = await hook(["annotation.saved", "annotation.submitted", "source.added"]);
      const { claims } = await createArticle(desk, { policy });
      const claimId = claims[0]?.id ?? "";
      await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
      await sendAll(webhookId);
      expect(arrived).toEqual([]);
      expect(await listDeliveries(desk.owner.actor, target)).toEqual([]);
      expect(await db().webhookDelivery.count({ where: { webhookId } })).toBe(0);
      await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
      expect(await listDeliveries(desk.owner.actor, target)).toEqual([]);
      await sendAll(webhookId);
      const told = arrived.map(({ body }) => (JSON.parse(body) as { type: string }).type);
      expect(told).toEqual(policy === "double_blind" ? [] : ["annotation.submitted"]);
      for (const { body } of arrived) expect(body).not.toMatch(/verdict|"true"/);
      await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "true", submit: true });
      arrived.length = 0;
      await sendAll(webhookId);
      expect(arrived.length).toBeGreaterThan(0);
    },
  );
});

describe("a delivery that fails", () => {
  it.each([
    ["an error", 500, 500],
    ["a redirect, which is not followed", 302, 302],
  ])("with %s is tried again later, then is dead, and can be sent again", async (_what, status, told) => {
    answer = status;
    const { webhookId, target } = await hook(["article.imported"]);
    await createArticle(desk);
    const [waiting] = await waitingOf(webhookId);
    const id = waiting?.id ?? "";
    await sendAll(webhookId);
    expect(await jobsFor(id)).toEqual([{ count: 1 }]);
    const [line] = await listDeliveries(desk.owner.actor, target);
    expect(line).toMatchObject({ state: "waiting", attempts: 1, status: told });
    expect(new Date(line?.nextAt ?? 0).getTime()).toBeGreaterThan(Date.now());
    for (let attempt = 2; attempt <= mostAttempts; attempt += 1) await sendAll(webhookId);
    expect(arrived).toHaveLength(mostAttempts);
    const [dead] = await listDeliveries(desk.owner.actor, target);
    expect(dead).toMatchObject({ state: "dead", attempts: mostAttempts, nextAt: null });

    answer = 200;
    const actor = withKey(desk.owner.actor, randomUUID());
    const replays = await Promise.all([1, 2].map(() => replayDelivery(actor, { ...target, deliveryId: id })));
    expect(replays).toEqual([{ id }, { id }]);
    await sendAll(webhookId);
    expect((await listDeliveries(desk.owner.actor, target))[0]).toMatchObject({
      state: "delivered",
      attempts: 1,
    });
    expect(
      (await listWebhooks(desk.owner.actor, here())).find((one) => one.id === webhookId)?.failingSince,
    ).toBeNull();
  });

  it("is not sent unsigned: a secret that was put into another hook's row signs nothing", async () => {
    const [one, two] = [await hook(["article.imported"]), await hook(["claim.ruled"])];
    const { secret } = await db().webhook.findFirstOrThrow({ where: { id: two.webhookId } });
    await db().webhook.updateMany({ where: { id: one.webhookId }, data: { secret } });
    await createArticle(desk);
    await sendAll(one.webhookId);
    expect(arrived).toEqual([]);
    expect((await listDeliveries(desk.owner.actor, one.target))[0]).toMatchObject({
      state: "waiting",
      status: null,
    });
  });

  it("meets no inner network, and says of it no more than of one that does not answer", async () => {
    const { webhookId, target } = await hook(["article.imported"]);
    await createArticle(desk);
    const internet = {
      ...outside,
      limits: { ...theInternet.limits, connectMs: 50 },
      mayMeet: theInternet.mayMeet,
    };
    await sendAll(webhookId, internet);
    expect(arrived).toEqual([]);
    expect((await listDeliveries(desk.owner.actor, target))[0]).toMatchObject({ status: null, attempts: 1 });
  });

  it("for five days switches its hook off, which history tells, until somebody switches it on", async () => {
    const { webhookId, target } = await hook(["article.imported"]);
    await createArticle(desk);
    const long = new Date(Date.now() - 5 * 86_400_000);
    await db().webhook.updateMany({ where: { id: webhookId }, data: { failingSince: long } });
    answer = 503;
    await sendAll(webhookId);
    const find = async () =>
      (await listWebhooks(desk.owner.actor, here())).find(({ id }) => id === webhookId);
    expect((await find())?.disabledAt).not.toBeNull();
    expect(await db().event.count({ where: { entityId: webhookId, type: "webhook.disabled" } })).toBe(1);
    await expect(pingWebhook(desk.owner.actor, target)).rejects.toMatchObject({ code: "conflict" });
    await changeWebhook(desk.owner.actor, { ...target, baseVersion: 2 }, { enabled: true });
    expect(await find()).toMatchObject({ disabledAt: null, failingSince: null });
  });
});

describe("a hook", () => {
  it("keeps its secret encrypted, shows it once, and signs with the new one after a change of it", async () => {
    const actor = withKey(desk.owner.actor, randomUUID());
    const add = () => addWebhook(actor, here(), { url: address(), events: ["claim.ruled"] });
    const [first, again] = [await add(), await add()];
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(again).toEqual({ ...first, secret: null });
    const row = await db().webhook.findFirstOrThrow({ where: { id: first.id } });
    expect(Buffer.from(row.secret).toString("latin1")).not.toContain((first.secret ?? "").slice(6, 20));
    const [kept] = await db().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from idempotency_key where response::text like '%whsec%'`;
    expect(kept).toEqual({ count: 0 });

    const target = { ...here(), webhookId: first.id };
    const rotated = await rotateSecret(desk.owner.actor, { ...target, baseVersion: 1 });
    expect(rotated.made?.secret).not.toBe(first.secret);
    expect((await rotateSecret(desk.owner.actor, { ...target, baseVersion: 1 })).made).toBeNull();
    await pingWebhook(desk.owner.actor, target);
    await sendAll(first.id);
    const { headers, body } = onlyArrival();
    const id = String(headers["webhook-id"]);
    const seconds = Number(headers["webhook-timestamp"]);
    expect(headers).toMatchObject(signedHeaders(rotated.made?.secret ?? "", { id, seconds, body }));
    expect(JSON.parse(body)).toMatchObject({ type: "ping", data: { desk: desk.slug } });
  });

  it("is the owners' own: strangers find none, a late change changes nothing, twice removed is once", async () => {
    const { target, webhookId } = await hook(["claim.ruled"]);
    await pingWebhook(desk.owner.actor, target);
    await sendAll(webhookId);
    const [sent] = await listDeliveries(desk.owner.actor, target);
    const deliveryId = sent?.id ?? "";
    const elsewhere = { ...target, workspace: stranger.slug };
    const asks = (actor: Desk["owner"]["actor"], at: typeof target) => [
      () => changeWebhook(actor, { ...at, baseVersion: 1 }, { enabled: false }),
      () => rotateSecret(actor, { ...at, baseVersion: 1 }),
      () => removeWebhook(actor, at),
      () => pingWebhook(actor, at),
      () => listDeliveries(actor, at),
      () => replayDelivery(actor, { ...at, deliveryId }),
    ];
    for (const at of [target, elsewhere]) {
      for (const ask of asks(stranger.owner.actor, at)) await expect(ask()).rejects.toMatchObject(notFound);
    }
    for (const ask of asks(desk.editor.actor, target)) {
      await expect(ask()).rejects.toMatchObject({ code: "forbidden" });
    }
    const second = await hook(["claim.ruled"]);
    const mixed = replayDelivery(desk.owner.actor, { ...second.target, deliveryId });
    await expect(mixed).rejects.toMatchObject(notFound);
    const changes = [{ enabled: false }, { enabled: true }].map((patch) =>
      changeWebhook(desk.owner.actor, { ...target, baseVersion: 1 }, patch),
    );
    expect((await Promise.all(changes)).map(({ outcome }) => outcome).toSorted()).toEqual(["done", "stale"]);
    const removals = await Promise.all([1, 2].map(() => removeWebhook(desk.owner.actor, target)));
    expect(removals).toEqual([{ id: webhookId }, { id: webhookId }]);
    expect(await db().event.count({ where: { entityId: webhookId, type: "webhook.removed" } })).toBe(1);
    await expect(pingWebhook(desk.owner.actor, target)).rejects.toMatchObject(notFound);
  });
});
