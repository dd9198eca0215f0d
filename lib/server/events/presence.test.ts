import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PersonHere } from "@/lib/core/events/presence";
import { annotate, createArticle, createDesk, createPerson, type Desk, type Person } from "@/seeds/factories";
import { removeMember } from "../members/commands";
import { announcePresence } from "./commands";
import { openStream } from "./stream";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const open: AbortController[] = [];
afterEach(() => {
  for (const controller of open.splice(0)) controller.abort();
});

/** All that a stream has told so far, as soon as it holds what is looked for. */
type Follow = (what: string | RegExp) => Promise<string>;

function follow(stream: AsyncIterable<Uint8Array>): Follow {
  const decoder = new TextDecoder();
  const chunks = stream[Symbol.asyncIterator]();
  let text = "";
  return async (what) => {
    while (text.search(what) < 0) {
      const next: IteratorResult<Uint8Array, unknown> = await chunks.next();
      if (next.done === true) throw new Error(`the stream ended after ${text}`);
      text += decoder.decode(next.value, { stream: true });
    }
    return text;
  };
}

async function listen(person: Person, articleId: string): Promise<Follow> {
  const controller = new AbortController();
  open.push(controller);
  const { signal } = controller;
  const findActor = () => Promise.resolve(person.actor);
  const { slug: workspace } = desk;
  return follow(await openStream({ workspace, articleId, lastEventId: null, findActor, signal }));
}

type Said = { readonly claimId?: string; readonly typing?: true; readonly leaving?: true };

async function say(person: Person, articleId: string, said: Said = {}, tab = person.memberId): Promise<void> {
  const target = { workspace: desk.slug, articleId };
  await announcePresence(person.actor, target, {
    tab,
    claimId: null,
    typing: false,
    leaving: false,
    ...said,
  });
}

/** The lists of people in what a stream has told. */
function lists(told: string): readonly (readonly PersonHere[])[] {
  return [...told.matchAll(/^event: presence\ndata: (.*)$/gm)].map(
    ([, list]) => JSON.parse(list ?? "") as PersonHere[],
  );
}

describe("who has an article open", () => {
  it("is told with claim and typing, again only when it changes, and no more once they leave", async () => {
    const { id, claims } = await createArticle(desk);
    const claimId = claims[0]?.id ?? "";
    const told = await listen(desk.editor, id);
    const rita = { memberId: desk.reviewer1.memberId, name: "Rita One" };
    await say(desk.reviewer1, id, { claimId });
    await told('"typing":false');
    await say(desk.reviewer1, id, { claimId });
    await say(desk.reviewer1, id, { claimId, typing: true });
    await told('"typing":true');
    await say(desk.reviewer1, id, { leaving: true });
    expect(lists(await told("data: \\[\\]\n"))).toEqual([
      [{ ...rita, claimId, typing: false }],
      [{ ...rita, claimId, typing: true }],
      [],
    ]);
    // Whoever comes later is told of those who are there, and nobody of themselves.
    await say(desk.reviewer1, id);
    await say(desk.editor, id);
    expect(lists(await (await listen(desk.editor, id))("presence\ndata: .*\n"))).toEqual([
      [{ ...rita, claimId: null, typing: false }],
    ]);
  });

  it("stays told while another tab of theirs is open", async () => {
    const { id, claims } = await createArticle(desk);
    const told = await listen(desk.editor, id);
    await say(desk.reviewer1, id, {}, randomUUID());
    await say(desk.reviewer1, id, { claimId: claims[0]?.id ?? "" });
    await say(desk.reviewer1, id, { leaving: true });
    await say(desk.reviewer2, id);
    const seen = lists(await told(desk.reviewer2.memberId));
    expect(
      seen
        .at(-1)
        ?.map(({ memberId }) => memberId)
        .toSorted(),
    ).toEqual([desk.reviewer1.memberId, desk.reviewer2.memberId].toSorted());
    expect(seen.every((people) => people.length > 0)).toBe(true);
  });

  it.each(["blind_check", "panel"] as const)(
    "under %s the claim and the typing are told to nobody",
    async (policy) => {
      const { id, claims } = await createArticle(desk, { policy });
      for (const who of ["reviewer2", "editor", "owner"] as const) {
        const told = await listen(desk[who], id);
        await say(desk.reviewer1, id, { claimId: claims[0]?.id ?? "", typing: true });
        const [people] = lists(await told("presence\ndata: .*\n"));
        expect(people).toMatchObject([{ name: "Rita One", claimId: null, typing: false }]);
        await say(desk.reviewer1, id, { leaving: true });
        await told("data: \\[\\]\n");
      }
    },
  );

  it("under double_blind nothing is told, not even to an owner", async () => {
    const { id, claims } = await createArticle(desk, { policy: "double_blind" });
    const claimId = claims[0]?.id ?? "";
    for (const who of ["editor", "owner"] as const) {
      const told = await listen(desk[who], id);
      await say(desk.reviewer1, id, { claimId, typing: true });
      // Whoever has heard of this has heard all that was said before.
      await annotate(desk.slug, desk[who], claimId, { verdict: "true" });
      expect(lists(await told("annotation.saved"))).toEqual([]);
    }
  });

  it("a removed member is gone with the removal", async () => {
    const { id } = await createArticle(desk);
    const leaving = await createPerson(desk.workspaceId, {
      name: "Lea",
      email: `lea.${id}@example.org`,
      role: "reviewer",
    });
    const told = await listen(desk.editor, id);
    await say(leaving, id);
    await told("Lea");
    await removeMember(desk.owner.actor, {
      workspace: desk.slug,
      memberId: leaving.memberId,
      baseVersion: 1,
    });
    expect(lists(await told("data: \\[\\]\n")).at(-1)).toEqual([]);
    await expect(say(leaving, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("strangers cannot say that they are there, nor anybody of another desk's article", async () => {
    const elsewhere = await createDesk("Elsewhere");
    const { id } = await createArticle(desk);
    await expect(say(elsewhere.owner, id)).rejects.toMatchObject({ code: "not_found" });
    const input = { tab: randomUUID(), claimId: null, typing: false, leaving: false };
    const target = { workspace: elsewhere.slug, articleId: id };
    await expect(announcePresence(elsewhere.owner.actor, target, input)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("live streams of one member", () => {
  it("are twenty at most; one that ends makes room, and others have their own", async () => {
    const { id } = await createArticle(desk);
    for (let count = 0; count < 20; count += 1) await listen(desk.reviewer2, id);
    await expect(listen(desk.reviewer2, id)).rejects.toMatchObject({
      code: "too_many",
      retryAfterSeconds: 30,
    });
    await listen(desk.reviewer1, id);
    open[0]?.abort();
    await listen(desk.reviewer2, id);
  });
});

describe("two processes on one database", () => {
  it("tell each other's changes, and each other's people", async () => {
    const { id: articleId, claims } = await createArticle(desk);
    const claimId = claims[0]?.id ?? "";
    const here = await listen(desk.editor, articleId);
    const task = {
      workspace: desk.slug,
      articleId,
      claimId,
      listener: desk.owner.actor,
      visitor: desk.reviewer2.actor,
      tab: randomUUID(),
    };
    const script = join(import.meta.dirname, "../../../scripts/test/database-live-task.ts");
    const flags = ["--conditions=react-server", "--import", "tsx", script, JSON.stringify(task)];
    const other = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] });
    try {
      const there = follow(other.stdout as AsyncIterable<Uint8Array>);
      await here(desk.reviewer2.memberId);
      await say(desk.reviewer1, articleId, { claimId });
      await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
      const told = await there("annotation.submitted");
      expect(
        lists(told)
          .at(-1)
          ?.map(({ name }) => name),
      ).toContain("Rita One");
      expect(await here("annotation.submitted")).toContain(`"claimId":"${claimId}"`);
    } finally {
      other.kill();
    }
  });
});
