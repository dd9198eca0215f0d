import { beforeAll, describe, expect, it } from "vitest";
import { searchQuerySchema, type SearchKind } from "@/lib/core/search/search";
import { annotate, createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import { binArticle } from "../articles/commands";
import { changeClaim } from "../claims/commands";
import { getClaimDetail } from "../claims/queries";
import { writeNote } from "../notes/commands";
import { reviewAnnotation } from "../review/commands";
import { addSource } from "../sources/commands";
import { listSimilar, search } from "./queries";

let desk: Desk;
let stranger: Desk;
beforeAll(async () => {
  desk = await createDesk();
  stranger = await createDesk("Elsewhere");
});

const find = (person: Person, q: string, kinds?: readonly SearchKind[]) =>
  search(
    person.actor,
    { workspace: desk.slug },
    searchQuerySchema.parse({ q, ...(kinds ? { in: kinds.join(",") } : {}) }),
  );
const idsFor = async (q: string, person: Person = desk.viewer) =>
  (await find(person, q)).items.map(({ id }) => id);

describe("search", () => {
  it("finds words in any case, with or without accents, begun or whole, in scripts without spaces too", async () => {
    const text = "The Fährlighthouse burnt in 1874. 这座桥长一百米。 Nothing else happened.";
    const { claims, id } = await createArticle(desk, { title: "Zürcher Notes", byline: "Q. Qvist", text });
    const [first = "", second = ""] = claims.map((claim) => claim.id);
    for (const q of ["FÄHRLIGHTHOUSE 1874", "fahrl", "burnt fahrlighthouse", "1874"]) {
      expect(await idsFor(q), q).toEqual([first]);
    }
    expect(await idsFor("桥长")).toEqual([second]);
    expect(await idsFor("zurcher")).toEqual([id]);
    expect(await idsFor("qvist")).toEqual([id]);
    expect(await idsFor("fahrlighthouse 1875")).toEqual([]);
  });

  it.each(["", " ", "'", "a & | ! ( ) :* <->", "%_\\", "\u2028", "🏴‍☠️", "-- ;", "x".repeat(200)])(
    "takes %j for words and nothing else",
    async (q) => {
      expect(await idsFor(q)).toEqual([]);
    },
  );

  it("finds sources and notes with what leads to them; notes for those who may read them", async () => {
    const { claims, id } = await createArticle(desk);
    const claimId = claims[0]?.id ?? "";
    await writeNote(
      desk.reviewer1.actor,
      { workspace: desk.slug, claimId },
      { body: "Ask the Xylograph archive." },
    );
    const { source } = await addSource(
      desk.reviewer1.actor,
      { workspace: desk.slug },
      {
        title: "Xylograph quarterly",
        medium: "document",
      },
    );
    expect((await find(desk.reviewer2, "xylograph")).items).toEqual([
      expect.objectContaining({ kind: "sources", id: source.id, articleId: null }),
      expect.objectContaining({
        kind: "notes",
        articleId: id,
        claimId,
        ordinal: 1,
        articleTitle: "The bridge",
      }),
    ]);
    expect((await find(desk.viewer, "xylograph")).items.map(({ kind }) => kind)).toEqual(["sources"]);
    expect((await find(desk.owner, "xylograph", ["notes"])).items.map(({ kind }) => kind)).toEqual(["notes"]);
  });

  it("says that there is more, follows a changed wording, and leaves out the bin and other desks", async () => {
    const text = "Wobbler one. Wobbler two. Wobbler three.";
    const { id, claims } = await createArticle(desk, { text });
    const ask = (q: string, limit: number) =>
      search(desk.viewer.actor, { workspace: desk.slug }, { q, limit, in: ["claims"] });
    expect((await ask("wobbler", 2)).more).toEqual(["claims"]);
    expect((await ask("wobbler", 3)).more).toEqual([]);
    const target = { workspace: desk.slug, claimId: claims[0]?.id ?? "", baseVersion: 1 };
    await changeClaim(desk.editor.actor, target, { wording: "A vacillating thing." });
    expect(await idsFor("vacillating")).toEqual([target.claimId]);
    const elsewhere = search(stranger.owner.actor, { workspace: stranger.slug }, { q: "wobbler", limit: 5 });
    expect((await elsewhere).items).toEqual([]);
    await expect(find(stranger.owner, "wobbler")).rejects.toMatchObject({ code: "not_found" });
    await binArticle(desk.editor.actor, { workspace: desk.slug, articleId: id, baseVersion: 1 });
    expect(await idsFor("wobbler")).toEqual([]);
  });

  it("finds what was written long ago, once, beside what is looked at one by one", async () => {
    const text = Array.from(
      { length: 450 },
      (_, n) => `Zorgle ${n + 1} says ${n === 0 ? "fnord" : "moo"}.`,
    ).join(" ");
    const { claims } = await createArticle(desk, { text });
    expect(await idsFor("fnord")).toEqual([claims[0]?.id]);
    const all = { q: "zorgle", limit: 500, in: ["claims" as const] };
    const { items, more } = await search(desk.viewer.actor, { workspace: desk.slug }, all);
    expect(items.map(({ id }) => id).toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
    expect(more).toEqual([]);
  });

  it("does not look into annotations", async () => {
    const { claims } = await createArticle(desk, { policy: "double_blind" });
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", {
      verdict: "true",
      rationale: "Quokkaesque.",
    });
    expect(await idsFor("quokkaesque", desk.owner)).toEqual([]);
  });
});

describe("listSimilar", () => {
  async function rule(claimId: string, verdict: string): Promise<void> {
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict, submit: true });
    const { colleagues } = await getClaimDetail(desk.editor.actor, { workspace: desk.slug, claimId });
    const [annotation] = colleagues;
    if (annotation?.sight !== "full") throw new Error("There is nothing to approve");
    const decision = { decision: "approve" as const, reasons: [], comment: "", version: annotation.version };
    await reviewAnnotation(
      desk.editor.actor,
      { workspace: desk.slug, annotationId: annotation.id },
      decision,
    );
  }

  it("shows what was ruled of like claims, the most alike first, and nothing that is not ruled", async () => {
    const text =
      "The viaduct of Orrin is 340 metres long. The viaduct of Orrin is 340 metres high and blue. Cats sleep a lot.";
    const { claims } = await createArticle(desk, { text });
    const [a = "", b = "", c = ""] = claims.map(({ id }) => id);
    const fresh = await createArticle(desk, { text: "The viaduct of Orrin is 340 metres long." });
    const target = { workspace: desk.slug, claimId: fresh.claims[0]?.id ?? "" };
    expect(await listSimilar(desk.viewer.actor, target)).toEqual([]);
    await rule(a, "true");
    await rule(b, "false");
    await rule(c, "true");
    const similar = await listSimilar(desk.viewer.actor, target);
    expect(similar.map(({ id, ruling }) => [id, ruling])).toEqual([
      [a, "true"],
      [b, "false"],
    ]);
    expect(similar[0]?.similarity).toBe(1);
    const own = await listSimilar(desk.viewer.actor, { workspace: desk.slug, claimId: a });
    expect(own.map(({ id }) => id)).toEqual([b]);
    await expect(listSimilar(stranger.owner.actor, target)).rejects.toMatchObject({ code: "not_found" });
  });
});
