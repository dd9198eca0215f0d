import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { annotate, createArticle, createDesk, withKey, type Desk, type Person } from "@/seeds/factories";
import { listClaims } from "../articles/queries";
import { changeClaim } from "../claims/commands";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { writeNote } from "../notes/commands";
import { reviewAnnotation } from "../review/commands";
import { applyRevision, previewRevision } from "./commands";
import { getRevision, getRevisionChanges } from "./queries";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const [length, opened, colour] = [
  "The bridge is 112 metres long.",
  "It was opened in 1931.",
  "Nobody likes its colour.",
];
const text = `${length} ${opened} ${colour}`;

async function freshArticle() {
  const { id, claims } = await createArticle(desk, { text, language: "en" });
  return { id, claims, target: { workspace: desk.slug, articleId: id } };
}

const claimsOf = (articleId: string): Promise<readonly ClaimSummary[]> =>
  listClaims(desk.editor.actor, { workspace: desk.slug, articleId });

/** Applies on top of whatever is newest. */
async function revise(articleId: string, next: string, person: Person = desk.editor) {
  const base = await db().revision.count({ where: { articleId } });
  return applyRevision(person.actor, { workspace: desk.slug, articleId, baseRevision: base }, { text: next });
}

async function rule(claimId: string, verdict: string): Promise<void> {
  await annotate(desk.slug, desk.reviewer1, claimId, { verdict, submit: true });
  const { colleagues } = await getClaimDetail(desk.editor.actor, { workspace: desk.slug, claimId });
  const [annotation] = colleagues;
  if (annotation?.sight !== "full") throw new Error("There is nothing to approve");
  const decision = { decision: "approve" as const, reasons: [], comment: "", version: annotation.version };
  await reviewAnnotation(desk.editor.actor, { workspace: desk.slug, annotationId: annotation.id }, decision);
}

const idOf = (claims: readonly ClaimSummary[], place: number) => claims[place]?.id ?? "";

/** Each claim's words are the slice of its revision, and its placement says the same. */
async function expectExactPlaces(articleId: string): Promise<void> {
  const newest = await db().revision.findFirstOrThrow({ where: { articleId }, orderBy: { number: "desc" } });
  const claims = await db().claim.findMany({
    where: { articleId, deletedAt: null },
    include: { placements: { where: { revisionId: newest.id } } },
  });
  for (const { start, end, ordinal, revisionId, placements, text: words } of claims) {
    expect(revisionId).toBe(newest.id);
    expect(words).toBe(newest.text.slice(start, end));
    if (newest.number > 1) expect(placements).toMatchObject([{ start, end, ordinal }]);
  }
}

describe("applyRevision", () => {
  it("carries, moves, changes, deletes and adds, and tells it in one event", async () => {
    const { id, claims } = await freshArticle();
    const next = `Well before. It was opened in 1932. ${length}`;
    expect(await revise(id, next)).toEqual({ outcome: "applied", revision: 2 });

    const changes = await getRevisionChanges(desk.viewer.actor, {
      workspace: desk.slug,
      articleId: id,
      number: 2,
    });
    expect(changes).toMatchObject({
      carried: [{ id: idOf(claims, 0), ordinal: 3, previousOrdinal: 1, text: length }],
      moved: [],
      changed: [{ id: idOf(claims, 1), previousText: opened, text: "It was opened in 1932." }],
      deleted: [{ id: idOf(claims, 2), text: colour }],
      added: [{ text: "Well before." }],
    });
    await expectExactPlaces(id);
    const events = await db().event.findMany({ where: { articleId: id, type: "article.revised" } });
    expect(events.map(({ payload }) => payload)).toEqual([
      { number: 2, carried: 1, moved: 0, changed: 1, deleted: 1, added: 1 },
    ]);
    const added = await db().claim.findFirstOrThrow({
      where: { articleId: id, ordinal: 1, deletedAt: null },
    });
    const article = await db().article.findFirstOrThrow({ where: { id } });
    expect(added).toMatchObject({
      scaleId: article.scaleId,
      kind: "sentence",
      state: "unchecked",
      version: 1,
    });
  });

  it("lets verdicts of carried and moved claims stand; a changed one asks for a second look", async () => {
    const { id, claims } = await freshArticle();
    for (const claim of claims) await rule(claim.id, "true");
    await revise(id, `${colour} ${length} It was opened in 1932.`);

    const after = await claimsOf(id);
    expect(after.map((claim) => [claim.id, claim.state, claim.ruling])).toEqual([
      [idOf(claims, 2), "ruled", "true"],
      [idOf(claims, 0), "ruled", "true"],
      [idOf(claims, 1), "stale", null],
    ]);
    const at = { workspace: desk.slug, claimId: idOf(claims, 0) };
    expect((await getClaimDetail(desk.editor.actor, at)).ruling).toMatchObject({ holds: true });

    const stale = { workspace: desk.slug, claimId: idOf(claims, 1) };
    const detail = await getClaimDetail(desk.reviewer1.actor, stale);
    expect(detail.previousText).toBe(opened);
    expect(detail.own.content.verdict).toBe("true");
    await annotate(desk.slug, desk.reviewer1, stale.claimId, { verdict: "false", submit: true });
    const judged = await getClaimDetail(desk.reviewer1.actor, stale);
    expect(judged).toMatchObject({ claim: { state: "submitted" }, previousText: null });
    await rule(stale.claimId, "false");
    expect((await claimsOf(id)).map(({ state }) => state)).toEqual(["ruled", "ruled", "ruled"]);
  });

  it("loses nothing: annotations, notes and rulings stay with their claim, also with a deleted one", async () => {
    const { id, claims } = await freshArticle();
    for (const claim of claims) {
      await rule(claim.id, "mixed");
      await writeNote(desk.reviewer1.actor, { workspace: desk.slug, claimId: claim.id }, { body: "Hm." });
    }
    const count = async () => {
      const where = { claimId: { in: claims.map((claim) => claim.id) } };
      return [
        await db().annotation.count({ where }),
        await db().note.count({ where }),
        await db().ruling.count({ where: { ...where, supersededAt: null } }),
        await db().review.count({ where }),
      ];
    };
    const before = await count();
    await revise(id, "Nothing of it is left. Not a word!");
    expect(await count()).toEqual(before);
    expect(await db().claim.count({ where: { articleId: id, deletedAt: { not: null } } })).toBe(3);
    expect(
      (await getRevision(desk.viewer.actor, { workspace: desk.slug, articleId: id, number: 1 })).claims.map(
        ({ text: words }) => words,
      ),
    ).toEqual([length, opened, colour]);
  });

  it("brings deleted claims back with their verdicts when their words come back", async () => {
    const { id, claims } = await freshArticle();
    await rule(idOf(claims, 0), "true");
    await rule(idOf(claims, 1), "false");
    await revise(id, `${colour} It was opened in 1932.`);
    await revise(id, text);
    const after = await claimsOf(id);
    expect(after.map((claim) => [claim.id, claim.state, claim.ruling])).toEqual([
      [idOf(claims, 0), "ruled", "true"],
      // Its judged words are back too.
      [idOf(claims, 1), "ruled", "false"],
      [idOf(claims, 2), "unchecked", null],
    ]);
    await expectExactPlaces(id);
  });

  it("shows what was last judged, however often the words change before the second look", async () => {
    const { id, claims } = await freshArticle();
    await rule(idOf(claims, 1), "true");
    await revise(id, text.replace("1931", "1932"));
    await revise(id, text.replace("1931", "1933"));
    const at = { workspace: desk.slug, claimId: idOf(claims, 1) };
    expect(await getClaimDetail(desk.editor.actor, at)).toMatchObject({
      previousText: opened,
      claim: { text: "It was opened in 1933.", state: "stale" },
    });
  });

  it("leaves a disposed claim disposed, and a late edit of a changed claim is told so", async () => {
    const { id, claims } = await freshArticle();
    const at = { workspace: desk.slug, claimId: idOf(claims, 2), baseVersion: 1 };
    await changeClaim(desk.editor.actor, at, { disposition: "opinion" });
    await revise(id, text.replace("Nobody", "Everybody"));
    const [, , third] = await claimsOf(id);
    expect(third).toMatchObject({ state: "disposed", disposition: "opinion", version: 3 });
    const late = await changeClaim(desk.editor.actor, { ...at, baseVersion: 2 }, { wording: "Late" });
    expect(late).toMatchObject({ outcome: "stale" });
  });

  it("a text sent again changes nothing", async () => {
    const { id } = await freshArticle();
    expect(await revise(id, text)).toEqual({ outcome: "unchanged", revision: 1 });
    expect(await db().revision.count({ where: { articleId: id } })).toBe(1);
    expect(await db().event.count({ where: { articleId: id, type: "article.revised" } })).toBe(0);
  });

  it("somebody who started from an older revision writes nothing", async () => {
    const { id, target } = await freshArticle();
    await revise(id, `${text} More.`);
    const late = applyRevision(desk.editor.actor, { ...target, baseRevision: 1 }, { text: `${text} Else.` });
    expect(await late).toEqual({ outcome: "stale", revision: 2 });
    expect(await previewRevision(desk.editor.actor, { ...target, baseRevision: 1 }, { text })).toEqual({
      outcome: "stale",
      revision: 2,
    });
    expect(await db().revision.count({ where: { articleId: id } })).toBe(2);
  });

  it("a double click makes one revision and gives both the same answer", async () => {
    const { target, id } = await freshArticle();
    const actor = withKey(desk.editor.actor, randomUUID());
    const click = () => applyRevision(actor, { ...target, baseRevision: 1 }, { text: `${text} Once.` });
    const [one, two] = await Promise.all([click(), click()]);
    expect(one).toEqual({ outcome: "applied", revision: 2 });
    expect(two).toEqual(one);
    expect(await db().revision.count({ where: { articleId: id } })).toBe(2);
  });

  it("of two editors at once one applies and the other is told that it is stale", async () => {
    const { target, id } = await freshArticle();
    const outcomes = await Promise.all(
      [desk.editor, desk.owner].map((person, i) =>
        applyRevision(person.actor, { ...target, baseRevision: 1 }, { text: `${text} By ${i}.` }),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["applied", "stale"]);
    expect(await db().revision.count({ where: { articleId: id } })).toBe(2);
    expect(await claimsOf(id)).toHaveLength(4);
  });

  it("annotating goes on while revisions are applied", async () => {
    const { id, claims } = await freshArticle();
    await Promise.all([
      ...claims.map((claim) =>
        annotate(desk.slug, desk.reviewer1, claim.id, { verdict: "true", submit: true }),
      ),
      revise(id, `Before. ${text}`),
      ...claims.map((claim) =>
        annotate(desk.slug, desk.reviewer2, claim.id, { verdict: "true", submit: true }),
      ),
    ]);
    expect(await db().annotation.count({ where: { claimId: { in: claims.map((claim) => claim.id) } } })).toBe(
      6,
    );
    await expectExactPlaces(id);
  });

  it("strangers find nothing, reviewers and viewers may not, the bin is closed", async () => {
    const { target, id } = await freshArticle();
    const stranger = await createDesk("Elsewhere");
    const at = { ...target, baseRevision: 1 };
    for (const run of [applyRevision, previewRevision]) {
      await expect(run(stranger.owner.actor, at, { text: "New." })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(
        run(stranger.owner.actor, { ...at, workspace: stranger.slug }, { text: "New." }),
      ).rejects.toMatchObject({ code: "not_found" });
      for (const person of [desk.reviewer1, desk.viewer]) {
        await expect(run(person.actor, at, { text: "New." })).rejects.toMatchObject({ code: "forbidden" });
      }
    }
    await db().article.update({
      where: { workspaceId_id: { workspaceId: desk.workspaceId, id } },
      data: { deletedAt: new Date() },
    });
    await expect(applyRevision(desk.editor.actor, at, { text: "New." })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await db().revision.count({ where: { articleId: id } })).toBe(1);
  });

  it.each([
    ["nothing", " \n", "bad_input"],
    ["a NUL", "One.\u0000", "bad_input"],
    ["half a character", "One \ud83d.", "bad_input"],
  ])("refuses %s", async (_name, next, code) => {
    const { id } = await freshArticle();
    await expect(revise(id, next)).rejects.toMatchObject({ code, fields: [{ field: "/text" }] });
  });
});

describe("decisions", () => {
  it("not the same claim: the old one goes with all it has, the new one starts afresh", async () => {
    const { target, id, claims } = await freshArticle();
    const next = text.replace("1931", "1932");
    const decisions = [{ claimId: idOf(claims, 1), sentence: null }];
    const preview = await previewRevision(
      desk.editor.actor,
      { ...target, baseRevision: 1 },
      { text: next, decisions },
    );
    expect(preview).toMatchObject({
      changes: { changed: [], deleted: [{ id: idOf(claims, 1) }], added: [{ id: null, ordinal: 2 }] },
    });
    await applyRevision(desk.editor.actor, { ...target, baseRevision: 1 }, { text: next, decisions });
    const after = await claimsOf(id);
    expect(after[1]).toMatchObject({ state: "unchecked", text: "It was opened in 1932." });
    expect(after[1]?.id).not.toBe(idOf(claims, 1));
  });

  it("the same claim: a rewritten sentence keeps its claim, stale", async () => {
    const { target, id, claims } = await freshArticle();
    await applyRevision(
      desk.editor.actor,
      { ...target, baseRevision: 1 },
      {
        text: `${length} ${opened} Green paint is unpopular.`,
        decisions: [{ claimId: idOf(claims, 2), sentence: 3 }],
      },
    );
    expect((await claimsOf(id))[2]).toMatchObject({ id: idOf(claims, 2), state: "stale" });
  });

  it("refuses what cannot be, and writes nothing", async () => {
    const { target, id, claims } = await freshArticle();
    const run = (decisions: readonly { claimId: string; sentence: number | null }[]) =>
      applyRevision(desk.editor.actor, { ...target, baseRevision: 1 }, { text: `${text} New.`, decisions });
    const theirs = (await createArticle(desk)).claims[0]?.id ?? "";
    await expect(run([{ claimId: idOf(claims, 0), sentence: 2 }])).rejects.toMatchObject({
      code: "bad_input",
      fields: [{ field: "/decisions/0/sentence" }],
    });
    await expect(run([{ claimId: theirs, sentence: null }])).rejects.toMatchObject({
      fields: [{ field: "/decisions/0/claimId" }],
    });
    expect(await db().revision.count({ where: { articleId: id } })).toBe(1);
  });
});

describe("what people cut by hand", () => {
  it("stays cut, and parts find their words again", async () => {
    const { id, claims, target } = await freshArticle();
    const { workspaceId } = desk;
    const key = (claimId: string) => ({ workspaceId_id: { workspaceId, id: claimId } });
    const row = await db().claim.findUniqueOrThrow({ where: key(idOf(claims, 0)) });
    // As splitting at a word leaves it.
    const at = text.indexOf("112");
    await db().claim.update({ where: key(row.id), data: { end: at - 1, text: text.slice(0, at - 1) } });
    const { id: _id, createdAt: _createdAt, ...rest } = row;
    const second = await db().claim.create({ data: { ...rest, start: at, text: text.slice(at, row.end) } });
    const from = text.indexOf("in 1931");
    const part = await db().claim.create({
      data: { ...rest, kind: "part", ordinal: 2, start: from, end: from + 7, text: "in 1931" },
    });
    await applyRevision(desk.editor.actor, { ...target, baseRevision: 1 }, { text: `Now. ${text} Then.` });
    const after = await claimsOf(id);
    expect(after.map(({ text: words }) => words)).toEqual([
      "Now.",
      "The bridge is",
      "112 metres long.",
      opened,
      "in 1931",
      colour,
      "Then.",
    ]);
    expect(after.map((claim) => claim.id)).toEqual(expect.arrayContaining([row.id, second.id, part.id]));
    expect(after.find((claim) => claim.id === part.id)).toMatchObject({
      kind: "part",
      ordinal: 4,
      state: "unchecked",
    });
    await expectExactPlaces(id);
  });
});

/** The same numbers each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("after any series of edits", () => {
  it.each([1, 2, 3, 4])("no annotation is lost or attached to other words (series %i)", async (seed) => {
    const random = dice(seed);
    const fresh = () =>
      `Sentence ${Math.floor(random() * 1e6)} speaks of ${Math.floor(random() * 50)} ships.`;
    let sentences = Array.from({ length: 20 }, fresh);
    const { id } = await createArticle(desk, { text: sentences.join(" "), language: "en" });
    for (const claim of await claimsOf(id)) {
      if (random() < 0.5)
        await annotate(desk.slug, desk.reviewer1, claim.id, {
          verdict: "true",
          rationale: claim.text,
          submit: true,
        });
    }
    const annotations = await db().annotation.count({ where: { claim: { articleId: id } } });
    for (let round = 0; round < 4; round += 1) {
      sentences = sentences.flatMap((words) => {
        const draw = random();
        if (draw < 0.1) return [];
        if (draw < 0.2) return [words, fresh()];
        return draw < 0.3 ? [words.replace(/of \d+ /, `of ${Math.floor(random() * 50)} `)] : [words];
      });
      if (random() < 0.5) sentences = [...sentences.slice(5), ...sentences.slice(0, 5)];
      await revise(id, sentences.join(random() < 0.5 ? " " : "\n\n"));
      await expectExactPlaces(id);
      expect(await db().annotation.count({ where: { claim: { articleId: id } } })).toBe(annotations);
      const standing = await db().claim.findMany({
        where: { articleId: id, deletedAt: null },
        include: { annotations: { include: { versions: true } } },
      });
      expect(standing.map(({ text: words }) => words).toSorted()).toEqual(sentences.toSorted());
      for (const claim of standing) {
        const judged = claim.annotations[0]?.versions[0]?.rationale ?? claim.text;
        // Words that were not judged are stale; judged words are not.
        if (claim.annotations.length > 0) expect(claim.staleAt !== null).toBe(judged !== claim.text);
      }
    }
  });
});
