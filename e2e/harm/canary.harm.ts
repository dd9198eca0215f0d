import type { APIRequestContext } from "@playwright/test";
import { db } from "@/lib/server/db/client";
import { writeNote } from "@/lib/server/notes/commands";
import { annotate, cite, createArticle, type Desk } from "@/seeds/factories";
import { createDesk } from "@/seeds/factories";
import { expect, signIn, test } from "../fixtures";
import { apiPaths, memberPaths } from "./addresses";

type Ids = Readonly<Record<string, string>>;

/** A desk in which every text has one word in it that stands nowhere else. */
async function canaryDesk(word: string): Promise<{ readonly desk: Desk; readonly ids: Ids }> {
  const desk = await createDesk(`Desk ${word}`);
  const { id: article, claims } = await createArticle(desk, {
    title: `About ${word}`,
    text: `The ${word} is 112 m long.`,
  });
  const claim = claims[0]?.id ?? "";
  const citation = await cite(desk.slug, desk.reviewer1, {
    title: `Register of ${word}`,
    url: `https://${word}.example/`,
  });
  const content = { verdict: "true", rationale: `Seen: ${word}.`, citations: [citation], submit: true };
  await annotate(desk.slug, desk.reviewer1, claim, content);
  await writeNote(desk.editor.actor, { workspace: desk.slug, claimId: claim }, { body: `Who saw ${word}?` });
  const annotation = await db().annotation.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } });
  return { desk, ids: { article, claim, annotation: annotation.id, source: citation.sourceId } };
}

const newWord = () => `canary${crypto.randomUUID().slice(0, 8)}`;
const read = async (request: APIRequestContext, path: string) => {
  const answer = await request.fetch(path, { maxRedirects: 0 });
  return { status: answer.status(), text: `${JSON.stringify(answer.headers())}${await answer.text()}` };
};

test("a member of another desk finds no word of it in any page or answer", async ({ page, desk, visit }) => {
  const word = newWord();
  const other = await canaryDesk(word);
  await createArticle(desk);
  await signIn(page, desk.owner);
  const addresses = [
    // Its own addresses, the ids there under one's own desk, and one's own desk searched for the word.
    ...memberPaths(other.desk.slug, other.ids),
    ...apiPaths(other.desk.slug, other.ids),
    ...memberPaths(desk.slug, other.ids),
    ...apiPaths(desk.slug, other.ids),
  ];
  const searched = [...memberPaths(desk.slug, {}), ...apiPaths(desk.slug, {})].map(
    (path) => `${path}?q=canary`,
  );
  const told: string[] = [];
  for (const path of [...addresses, ...searched, "/", "/api/v1/me", "/api/auth/session"]) {
    for (const headers of [{}, { rsc: "1" }]) {
      const answer = await page.request.fetch(path, { maxRedirects: 0, headers });
      expect(answer.status(), path).toBeLessThan(500);
      const text = `${JSON.stringify(answer.headers())}${await answer.text()}`;
      if (text.includes(word)) told.push(path);
    }
  }
  expect(told).toEqual([]);
  // The same crawl by a member finds it: the comparison is able to see.
  const member = await visit(other.desk.owner);
  let seen = 0;
  for (const path of memberPaths(other.desk.slug, other.ids)) {
    if ((await read(member.request, path)).text.includes(word)) seen += 1;
  }
  expect(seen).toBeGreaterThan(5);
});

test("two people of two desks who ask in turn get only their own", async ({ visit }) => {
  const words = [newWord(), newWord()] as const;
  const desks = [await canaryDesk(words[0]), await canaryDesk(words[1])] as const;
  const pages = [await visit(desks[0].desk.owner), await visit(desks[1].desk.owner)] as const;
  const addresses = desks.map(({ desk, ids }) => [
    ...memberPaths(desk.slug, ids),
    ...apiPaths(desk.slug, ids),
    "/",
    "/api/v1/me",
  ]);
  const shared = ["/", "/api/v1/me", "/api/auth/session"];
  let own = 0;
  for (let turn = 0; turn < 200; turn += 1) {
    const who = turn % 2 === 0 ? 0 : 1;
    const [mine, theirs] = who === 0 ? words : [words[1], words[0]];
    const list = addresses[who] ?? [];
    for (const path of [list[(turn >> 1) % list.length] ?? "/", shared[turn % shared.length] ?? "/"]) {
      const { status, text } = await read(pages[who].request, path);
      expect(status, path).toBeLessThan(500);
      expect(text, path).not.toContain(theirs);
      if (text.includes(mine)) own += 1;
      expect(text, path).not.toMatch(/s-maxage|"cache-control":"public/);
    }
  }
  expect(own).toBeGreaterThan(50);
});

test("no page passes on what nobody may see", async ({ page }) => {
  const { desk, ids } = await canaryDesk(newWord());
  await signIn(page, desk.owner);
  for (const path of memberPaths(desk.slug, ids)) {
    const { text } = await read(page.request, path);
    expect(text, path).not.toMatch(/passwordHash|password_hash|\$argon2|tokenHash|token_hash/);
  }
});
