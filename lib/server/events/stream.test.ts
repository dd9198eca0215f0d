import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { LiveMessage } from "@/lib/core/events/event";
import { annotate, createArticle, createDesk, createPerson, type Desk, type Person } from "@/seeds/factories";
import { db } from "../db/client";
import { removeMember } from "../members/commands";
import { writeNote } from "../notes/commands";
import { openStream } from "./stream";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const open: AbortController[] = [];
afterEach(() => {
  for (const controller of open.splice(0)) controller.abort();
});

async function listen(person: Person, articleId: string, lastEventId: bigint | null = null) {
  const controller = new AbortController();
  open.push(controller);
  const stream = await openStream({
    workspace: desk.slug,
    articleId,
    lastEventId,
    findActor: () => Promise.resolve(person.actor),
    signal: controller.signal,
  });
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let pending = "";
  /** The next message; comments and the retry hint are passed over. */
  async function next(): Promise<LiveMessage> {
    for (;;) {
      const frame = /^(.*?)\n\n/s.exec(pending);
      if (!frame) {
        const { value, done } = await reader.read();
        if (done) throw new Error("the stream ended");
        pending += decoder.decode(value, { stream: true });
        continue;
      }
      pending = pending.slice(frame[0].length);
      const data = /^data: (.*)$/m.exec(frame[1] ?? "")?.[1];
      if (data) return JSON.parse(data) as LiveMessage;
    }
  }
  return { next };
}

describe("the live feed", () => {
  it("tells what was committed, in order, without any content", async () => {
    const { id, claims } = await createArticle(desk);
    const claimId = claims[0]?.id ?? "";
    const { next } = await listen(desk.editor, id);
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", rationale: "secret reasons" });
    await annotate(desk.slug, desk.reviewer1, claimId, {
      verdict: "true",
      rationale: "secret reasons",
      submit: true,
    });
    const [one, two] = [await next(), await next()];
    expect([one.type, two.type]).toEqual(["annotation.saved", "annotation.submitted"]);
    expect(one).toMatchObject({ articleId: id, claimId, actorId: desk.reviewer1.memberId });
    expect(JSON.stringify([one, two])).not.toContain("secret");
    // How often somebody saved is their own affair: only they are told the version.
    expect([one.ownVersion, two.ownVersion]).toEqual([null, null]);
  });

  it("tells one's own other tab which version of one's annotation there is now", async () => {
    const { id, claims } = await createArticle(desk);
    const { next } = await listen(desk.reviewer1, id);
    const claimId = claims[0]?.id ?? "";
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false", submit: true });
    expect([(await next()).ownVersion, (await next()).ownVersion]).toEqual([1, 2]);
  });

  it("replays what was missed since the last event", async () => {
    const { id, claims } = await createArticle(desk);
    const claimId = claims[0]?.id ?? "";
    const imported = await db().event.findFirstOrThrow({
      where: { articleId: id, type: "article.imported" },
    });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
    const { next } = await listen(desk.editor, id, imported.id);
    expect((await next()).type).toBe("annotation.saved");
  });

  it("says nothing of a refused write, nor of other articles", async () => {
    const { id, claims } = await createArticle(desk);
    const other = await createArticle(desk);
    const { next } = await listen(desk.editor, id);
    await annotate(desk.slug, desk.reviewer1, other.claims[0]?.id ?? "", { verdict: "true" });
    await expect(
      annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "purple" }),
    ).rejects.toThrow();
    await writeNote(
      desk.reviewer2.actor,
      { workspace: desk.slug, claimId: claims[0]?.id ?? "" },
      { body: "Here" },
    );
    expect((await next()).type).toBe("note.written");
  });

  it("under double-blind a colleague's writing is not told until both are in", async () => {
    const { id, claims } = await createArticle(desk, { policy: "double_blind" });
    const claimId = claims[0]?.id ?? "";
    const { next } = await listen(desk.reviewer2, id);
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "true", submit: true });
    expect(await next()).toMatchObject({ type: "annotation.submitted", actorId: desk.reviewer2.memberId });
  });

  it("ends when its line to the database is cut, so that the page comes back and catches up", async () => {
    const { id, claims } = await createArticle(desk);
    const { next } = await listen(desk.editor, id);
    await db().$queryRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'assay live feed' and datname = current_database()`;
    await expect(next()).rejects.toThrow("the stream ended");
    const imported = await db().event.findFirstOrThrow({ where: { articleId: id } });
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true" });
    const again = await listen(desk.editor, id, imported.id);
    expect((await again.next()).type).toBe("annotation.saved");
  });

  it("ends for a removed member with the removal, and goes on for the others", async () => {
    const { id, claims } = await createArticle(desk);
    const leaving = await createPerson(desk.workspaceId, {
      name: "Lea",
      email: `lea.${id}@example.org`,
      role: "reviewer",
    });
    const out = await listen(leaving, id);
    const editor = await listen(desk.editor, id);
    const target = { workspace: desk.slug, memberId: leaving.memberId, baseVersion: 1 };
    await removeMember(desk.owner.actor, target);
    await expect(out.next()).rejects.toThrow("the stream ended");
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true" });
    expect((await editor.next()).type).toBe("annotation.saved");
  });

  it("strangers hear nothing", async () => {
    const stranger = await createDesk("Elsewhere");
    const { id } = await createArticle(desk);
    await expect(listen({ ...stranger.owner }, id)).rejects.toMatchObject({ code: "not_found" });
  });
});
