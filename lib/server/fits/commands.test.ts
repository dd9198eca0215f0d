import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import {
  annotate,
  createArticle,
  createDesk,
  sampleText,
  withKey,
  type Desk,
  type Person,
} from "@/seeds/factories";
import { listClaims } from "../articles/queries";
import { getClaimDetail } from "../claims/queries";
import { listHistory } from "../events/queries";
import { writeNote } from "../notes/commands";
import { applyRevision } from "../revisions/commands";
import { claimPart, mergeClaims, splitClaim, undoFit, type FitOutcome } from "./commands";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const [first, second] = ["The bridge is 112 metres long.", "It was opened in 1931."];

async function freshArticle(policy: "single" | "double_blind" = "single") {
  const { id, claims } = await createArticle(desk, { language: "en", policy });
  return { id, claims: claims };
}

const claimsOf = (articleId: string) => listClaims(desk.editor.actor, { workspace: desk.slug, articleId });
const textsOf = async (articleId: string) =>
  (await claimsOf(articleId)).map(({ ordinal, text }) => `${ordinal} ${text}`);
const at = (claim: ClaimSummary | undefined) => ({
  workspace: desk.slug,
  claimId: claim?.id ?? "",
  baseVersion: claim?.version ?? 0,
});
const versions = (claims: readonly (ClaimSummary | undefined)[]) =>
  claims.map((claim) => ({ id: claim?.id ?? "", version: claim?.version ?? 0 }));
const split = (claim: ClaimSummary | undefined, words: string, keep: "first" | "second" = "first") =>
  splitClaim(desk.editor.actor, at(claim), { at: sampleText.indexOf(words), keep });
const merge = (claims: readonly (ClaimSummary | undefined)[], person: Person = desk.editor) =>
  mergeClaims(person.actor, { workspace: desk.slug }, { claims: versions(claims) });
const undo = (fit: FitOutcome, person: Person = desk.editor) =>
  undoFit(person.actor, { workspace: desk.slug, fit: fit.outcome === "fitted" ? fit.fit : "0" });

describe("splitting a claim", () => {
  it("makes two, numbered in order, and one line of history that is told in words", async () => {
    const { id, claims } = await freshArticle();
    await split(claims[0], "112");
    expect(await textsOf(id)).toEqual([
      "1 The bridge is",
      "2 112 metres long.",
      "3 It was opened in 1931.",
      "4 Nobody likes its colour.",
    ]);
    const events = await listHistory(
      desk.editor.actor,
      { workspace: desk.slug },
      { limit: 5, claim: claims[0]?.id },
    );
    expect(events.items.map(({ type }) => type)).toEqual(["claim.refitted"]);
  });

  it("leaves what was written with the piece that is kept, and asks for a second look at it", async () => {
    const { id, claims } = await freshArticle();
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true", submit: true });
    await split(claims[0], "112", "second");
    const [fresh, kept] = await claimsOf(id);
    expect([kept?.id, kept?.state, kept?.text]).toEqual([claims[0]?.id, "stale", "112 metres long."]);
    expect([fresh?.state, fresh?.text]).toEqual(["unchecked", "The bridge is"]);
    const detail = await getClaimDetail(desk.reviewer1.actor, {
      workspace: desk.slug,
      claimId: kept?.id ?? "",
    });
    expect([detail.previousText, detail.own.content.verdict]).toEqual([first, "true"]);
  });

  it("taken back, all is as before: words, numbers, verdicts that stand", async () => {
    const { id, claims } = await freshArticle();
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true", submit: true });
    const before = await claimsOf(id);
    const fit = await split(claims[0], "112");
    await undo(fit);
    const same = (list: readonly ClaimSummary[]) => list.map(({ version: _changes, ...claim }) => claim);
    expect(same(await claimsOf(id))).toEqual(same(before));
  });

  it("taken back, what was written on the other piece is kept and comes back when it is split again", async () => {
    const { id, claims } = await freshArticle();
    const fit = await split(claims[0], "112");
    const other = (await claimsOf(id))[1];
    await annotate(desk.slug, desk.reviewer1, other?.id ?? "", { rationale: "Measured it myself" });
    const undone = await undo(fit);
    expect(await textsOf(id)).toHaveLength(3);
    await undo(undone);
    const again = (await claimsOf(id))[1];
    expect(again?.id).toBe(other?.id);
    const detail = await getClaimDetail(desk.reviewer1.actor, {
      workspace: desk.slug,
      claimId: again?.id ?? "",
    });
    expect(detail.own.content.rationale).toBe("Measured it myself");
  });

  it("is refused in the middle of a word, and for a part of a sentence", async () => {
    const { id, claims } = await freshArticle();
    await expect(split(claims[0], "ridge")).rejects.toMatchObject({
      code: "bad_input",
      fields: [{ field: "/at" }],
    });
    const start = sampleText.indexOf("112");
    await claimPart(desk.editor.actor, at(claims[0]), { start, end: start + 10 });
    const part = (await claimsOf(id)).find(({ kind }) => kind === "part");
    await expect(split(part, "metres")).rejects.toMatchObject({ code: "conflict" });
  });

  it("a stranger finds nothing, a reviewer may not, a late or repeated split does nothing", async () => {
    const { id, claims } = await freshArticle();
    const elsewhere = await createDesk("Elsewhere");
    const input = { at: sampleText.indexOf("112"), keep: "first" as const };
    await expect(splitClaim(elsewhere.editor.actor, at(claims[0]), input)).rejects.toMatchObject({
      code: "not_found",
    });
    const foreign = { ...at(claims[0]), workspace: elsewhere.slug };
    await expect(splitClaim(elsewhere.editor.actor, foreign, input)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(splitClaim(desk.reviewer1.actor, at(claims[0]), input)).rejects.toMatchObject({
      code: "forbidden",
    });

    const actor = withKey(desk.editor.actor, randomUUID());
    const [once, twice] = await Promise.all([1, 2].map(() => splitClaim(actor, at(claims[0]), input)));
    expect(once).toEqual(twice);
    expect(await splitClaim(desk.owner.actor, at(claims[0]), input)).toMatchObject({ outcome: "stale" });
    expect(await textsOf(id)).toHaveLength(4);
  });
});

describe("merging neighbours", () => {
  it("makes one claim; what was written on the others is kept and comes back", async () => {
    const { id, claims } = await freshArticle();
    await annotate(desk.slug, desk.reviewer2, claims[1]?.id ?? "", { rationale: "The plaque says so" });
    await writeNote(
      desk.reviewer1.actor,
      { workspace: desk.slug, claimId: claims[1]?.id ?? "" },
      { body: "Which plaque?" },
    );
    const fit = await merge([claims[0], claims[1]]);
    expect(await textsOf(id)).toEqual([`1 ${first} ${second}`, "2 Nobody likes its colour."]);
    await undo(fit);
    expect(await textsOf(id)).toHaveLength(3);
    const back = await getClaimDetail(desk.reviewer2.actor, {
      workspace: desk.slug,
      claimId: claims[1]?.id ?? "",
    });
    expect([back.own.content.rationale, back.notes.length, back.claim.state]).toEqual([
      "The plaque says so",
      1,
      "in_progress",
    ]);
  });

  it("keeps the claim that is named, and refuses what does not follow each other", async () => {
    const { id, claims } = await freshArticle();
    await expect(merge([claims[0], claims[2]])).rejects.toMatchObject({ code: "bad_input" });
    const keep = claims[2]?.id ?? "";
    const input = { claims: versions([claims[1], claims[2]]), keep };
    await mergeClaims(desk.editor.actor, { workspace: desk.slug }, input);
    expect((await claimsOf(id)).map((claim) => claim.id)).toEqual([claims[0]?.id, keep]);
  });

  it("of two editors at once one merges, the other is told that it is stale", async () => {
    const { id, claims } = await freshArticle();
    const outcomes = await Promise.allSettled([
      merge([claims[0], claims[1]]),
      merge([claims[1], claims[2]], desk.owner),
    ]);
    const done = outcomes.filter((one) => one.status === "fulfilled" && one.value.outcome === "fitted");
    expect(done).toHaveLength(1);
    expect(await textsOf(id)).toHaveLength(2);
  });

  it("survives a new version of the text: the merged claim is carried with its verdict", async () => {
    const { id, claims } = await freshArticle();
    await merge([claims[0], claims[1]]);
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true", submit: true });
    const target = { workspace: desk.slug, articleId: id, baseRevision: 1 };
    await applyRevision(desk.editor.actor, target, { text: `Well before. ${sampleText}` });
    const merged = (await claimsOf(id))[1];
    expect([merged?.id, merged?.text, merged?.state]).toEqual([
      claims[0]?.id,
      `${first} ${second}`,
      "submitted",
    ]);
  });
});

describe("claiming part of a sentence", () => {
  const start = sampleText.indexOf("112");
  const span = { start, end: start + "112 metres".length };

  it("stands beside its sentence, may overlap another part, and goes when it is taken back", async () => {
    const { id, claims } = await freshArticle();
    const fit = await claimPart(desk.editor.actor, at(claims[0]), span);
    const wider = { start: sampleText.indexOf("bridge"), end: start + 3 };
    await claimPart(desk.editor.actor, at(claims[0]), wider);
    expect((await textsOf(id)).slice(0, 3)).toEqual([`1 ${first}`, "1 bridge is 112", "1 112 metres"]);
    await expect(claimPart(desk.owner.actor, at(claims[0]), span)).rejects.toMatchObject({
      code: "conflict",
    });
    await undo(fit);
    expect(await textsOf(id)).toHaveLength(4);
  });

  it("has the number of the piece that it is in after a split", async () => {
    const { id, claims } = await freshArticle();
    await claimPart(desk.editor.actor, at(claims[0]), span);
    await split(claims[0], "112");
    expect((await textsOf(id)).slice(0, 3)).toEqual([
      "1 The bridge is",
      "2 112 metres",
      "2 112 metres long.",
    ]);
  });
});

describe("taking back", () => {
  it("is refused once the claims have been fitted otherwise, or the text has a new version; twice does it once", async () => {
    const { id, claims } = await freshArticle();
    const fit = await split(claims[0], "112");
    const [one, two] = await claimsOf(id);
    const later = await merge([one, two]);
    await expect(undo(fit)).rejects.toMatchObject({ code: "conflict" });
    const both = await Promise.allSettled([undo(later), undo(later, desk.owner)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await undo(fit);
    const target = { workspace: desk.slug, articleId: id, baseRevision: 1 };
    await applyRevision(desk.editor.actor, target, { text: `${sampleText} The end.` });
    await expect(undo(later)).rejects.toMatchObject({ code: "conflict" });
    await expect(undo(fit, desk.reviewer1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(undo({ ...fit, fit: "999999999" } as FitOutcome)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("under double-blind", () => {
  it("a split tells nobody but the author that something was written, who is asked to hand it in again", async () => {
    const seen: string[] = [];
    for (const verdict of [null, "true"]) {
      const { id, claims } = await freshArticle("double_blind");
      if (verdict) await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict, submit: true });
      const fit = await split(claims[0], "112");
      const list = await claimsOf(id);
      seen.push(list.map(({ text, state }) => `${state} ${text}`).join("\n"));
      if (!verdict) continue;
      const claimId = claims[0]?.id ?? "";
      const { own } = await getClaimDetail(desk.reviewer1.actor, { workspace: desk.slug, claimId });
      expect([own.content.verdict, own.submittedVersion]).toEqual(["true", null]);
      await undo(fit);
      const back = await getClaimDetail(desk.reviewer1.actor, { workspace: desk.slug, claimId });
      expect([back.own.submittedVersion, back.claim.state]).toEqual([1, "submitted"]);
    }
    expect(seen[0]).toBe(seen[1]);
  });
});
