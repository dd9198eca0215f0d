import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { AnnotationInput } from "@/lib/core/annotations/annotation";
import { annotation, annotate, cite, createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { saveAnnotation } from "./commands";
import { getAnnotationVersion } from "./queries";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

async function freshClaim(
  policy: "single" | "blind_check" | "double_blind" | "panel" = "single",
): Promise<string> {
  const { claims } = await createArticle(desk, { policy });
  return claims[0]?.id ?? "";
}

const at = (claimId: string, baseVersion: number) => ({ workspace: desk.slug, claimId, baseVersion });

describe("saveAnnotation", () => {
  it("keeps every version with its citations and searches, and tells one event each", async () => {
    const claimId = await freshClaim();
    const citation = await cite(
      desk.slug,
      desk.reviewer1,
      { title: "Road atlas" },
      { quote: "112 m", stance: "supports" },
    );
    const first = annotation({ verdict: "true", rationale: "As measured", citations: [citation] });
    expect(await saveAnnotation(desk.reviewer1.actor, at(claimId, 0), first)).toMatchObject({
      outcome: "saved",
      version: 1,
    });
    const second = annotation({
      verdict: "mixed",
      searches: [{ query: "bridge", place: "atlas", outcome: "" }],
    });
    await saveAnnotation(desk.reviewer1.actor, at(claimId, 1), second);

    const versions = await db().annotationVersion.findMany({
      where: { workspaceId: desk.workspaceId, annotation: { claimId } },
      orderBy: { version: "asc" },
      include: { citations: true, searches: true },
    });
    expect(
      versions.map((row) => [
        row.version,
        row.baseVersion,
        row.verdict,
        row.citations.length,
        row.searches.length,
      ]),
    ).toEqual([
      [1, 0, "true", 1, 0],
      [2, 1, "mixed", 0, 1],
    ]);
    const events = await db().event.findMany({ where: { workspaceId: desk.workspaceId, claimId } });
    expect(events.map((event) => event.type)).toEqual(["annotation.saved", "annotation.saved"]);
  });

  it("a late save changes nothing and is told the version that stands", async () => {
    const claimId = await freshClaim();
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "mixed" });
    const late = await saveAnnotation(desk.reviewer1.actor, at(claimId, 1), annotation({ verdict: "false" }));
    expect(late).toEqual({ outcome: "stale", version: 2 });
    const { own } = await getClaimDetail(desk.reviewer1.actor, { workspace: desk.slug, claimId });
    expect(own).toMatchObject({ version: 2, content: { verdict: "mixed" } });
  });

  it("of eight first saves at once exactly one is kept", async () => {
    const claimId = await freshClaim();
    const saves = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        saveAnnotation(
          desk.reviewer1.actor,
          at(claimId, 0),
          annotation({ verdict: "true", rationale: `try ${i}` }),
        ),
      ),
    );
    expect(saves.filter((save) => save.outcome === "saved")).toHaveLength(1);
    expect(saves.filter((save) => save.outcome === "stale")).toHaveLength(7);
    expect(await db().annotationVersion.count({ where: { annotation: { claimId } } })).toBe(1);
  });

  it("a double click with one key saves once and gives both the same answer", async () => {
    const claimId = await freshClaim();
    const actor = withKey(desk.reviewer1.actor, randomUUID());
    const click = () => saveAnnotation(actor, at(claimId, 0), annotation({ verdict: "true" }));
    const [one, two] = await Promise.all([click(), click()]);
    expect(one).toEqual(two);
    expect(one).toMatchObject({ outcome: "saved", version: 1 });
    expect(await db().annotationVersion.count({ where: { annotation: { claimId } } })).toBe(1);
  });

  it("the same key for something else is refused", async () => {
    const key = randomUUID();
    await saveAnnotation(
      withKey(desk.reviewer1.actor, key, "one"),
      at(await freshClaim(), 0),
      annotation({ verdict: "true" }),
    );
    const other = saveAnnotation(
      withKey(desk.reviewer1.actor, key, "two"),
      at(await freshClaim(), 0),
      annotation({ verdict: "true" }),
    );
    await expect(other).rejects.toMatchObject({ code: "key_reused" });
  });

  it("a refused save frees its key", async () => {
    const claimId = await freshClaim();
    const actor = withKey(desk.reviewer1.actor, randomUUID());
    await expect(
      saveAnnotation(actor, at(claimId, 0), annotation({ verdict: "purple" })),
    ).rejects.toMatchObject({ code: "bad_input" });
    expect(await saveAnnotation(actor, at(claimId, 0), annotation({ verdict: "true" }))).toMatchObject({
      outcome: "saved",
    });
  });

  it("a stranger finds nothing, whichever way the ids are mixed", async () => {
    const stranger = await createDesk("Elsewhere");
    const claimId = await freshClaim();
    const theirs = (await createArticle(stranger)).claims[0]?.id ?? "";
    const save = annotation({ verdict: "true" });
    await expect(saveAnnotation(stranger.owner.actor, at(claimId, 0), save)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      saveAnnotation(stranger.owner.actor, { workspace: stranger.slug, claimId, baseVersion: 0 }, save),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(saveAnnotation(desk.owner.actor, at(theirs, 0), save)).rejects.toMatchObject({
      code: "not_found",
    });
    const foreign = await cite(stranger.slug, stranger.editor, { title: "Theirs" });
    await expect(
      saveAnnotation(
        desk.reviewer1.actor,
        at(claimId, 0),
        annotation({ verdict: "true", citations: [foreign] }),
      ),
    ).rejects.toMatchObject({ code: "bad_input", fields: [{ field: "/citations/0/sourceId" }] });
    expect(await db().annotation.count({ where: { claimId: { in: [claimId, theirs] } } })).toBe(0);
  });

  it("a viewer is told that the role does not allow it", async () => {
    const save = saveAnnotation(
      desk.viewer.actor,
      at(await freshClaim(), 0),
      annotation({ verdict: "true" }),
    );
    await expect(save).rejects.toMatchObject({ code: "forbidden" });
  });

  it("“no source found” is an answer when a search is logged and nothing is cited for or against", async () => {
    const target = at(await freshClaim(), 0);
    const save = (input: Partial<AnnotationInput>) =>
      saveAnnotation(
        desk.reviewer1.actor,
        target,
        annotation({ verdict: "not_enough_evidence", noSourceFound: true, submit: true, ...input }),
      );
    const searches = [
      { query: "bridge length", place: "town archive", sought: "refutes" as const, outcome: "" },
    ];
    const citation = await cite(desk.slug, desk.reviewer1, { title: "Atlas" });
    await expect(save({})).rejects.toMatchObject({ fields: [{ field: "/noSourceFound" }] });
    await expect(save({ searches, citations: [citation] })).rejects.toMatchObject({
      fields: [{ field: "/noSourceFound" }],
    });
    const context = { ...citation, stance: "context" as const };
    await save({ searches, citations: [context] });
    const { own } = await getClaimDetail(desk.reviewer1.actor, target);
    expect(own.content).toMatchObject({
      noSourceFound: true,
      searches: [{ sought: "refutes", useful: false, searchedOn: null }],
      citations: [{ check: null }],
    });
  });

  it("nothing is submitted without a verdict, and no third person annotates a blind pair", async () => {
    const claimId = await freshClaim("double_blind");
    await expect(annotate(desk.slug, desk.reviewer1, claimId, { submit: true })).rejects.toMatchObject({
      code: "bad_input",
    });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "true" });
    await expect(annotate(desk.slug, desk.editor, claimId, { verdict: "true" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("of two who take the last place of a blind pair at once, one is refused", async () => {
    const claimId = await freshClaim("blind_check");
    await annotate(desk.slug, desk.owner, claimId, { verdict: "true" });
    const saves = await Promise.allSettled(
      [desk.reviewer1, desk.reviewer2].map(({ actor }) =>
        saveAnnotation(actor, at(claimId, 0), annotation({ verdict: "true" })),
      ),
    );
    expect(saves.map((save) => save.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db().annotation.count({ where: { claimId } })).toBe(2);
  });
});

describe("an earlier version", () => {
  it("is brought back as a new one, with what was known of its pages; colleagues see the submitted ones alone", async () => {
    const claimId = await freshClaim();
    const citation = await cite(desk.slug, desk.reviewer1, { title: "Atlas" }, { quote: "112 m" });
    await annotate(desk.slug, desk.reviewer1, claimId, {
      verdict: "true",
      rationale: "So",
      citations: [citation],
      submit: true,
    });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "mixed" });
    const { own } = await getClaimDetail(desk.reviewer1.actor, at(claimId, 0));
    const annotationId = own.id ?? "";
    const read = (version: number, actor = desk.reviewer1.actor) =>
      getAnnotationVersion(actor, { workspace: desk.slug, annotationId, version });
    const { content } = await read(1);
    const { verdict, rationale, citations } = content;
    const back = { verdict, rationale, citations: citations.map(({ quote }) => ({ ...citation, quote })) };
    await annotate(desk.slug, desk.reviewer1, claimId, { ...back, submit: true });
    expect(await read(3)).toMatchObject({ previous: 2, content: { verdict, rationale, citations } });
    expect(await read(1)).toMatchObject({ previous: null, content });
    // The colleague is not told that there was a version in between.
    expect(await read(3, desk.editor.actor)).toMatchObject({ previous: 1 });
    await expect(read(2, desk.editor.actor)).rejects.toMatchObject({ code: "not_found" });
  });
});
