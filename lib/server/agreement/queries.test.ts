import { beforeEach, describe, expect, it } from "vitest";
import { agreementQuerySchema, differingQuerySchema } from "@/lib/core/agreement/report";
import { annotate, createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import { db } from "../db/client";
import { getAgreement, listDiffering } from "./queries";

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

const anyQuery = agreementQuerySchema.parse({});

function read(person: Person, articleId?: string, query: Partial<typeof anyQuery> = {}) {
  return getAgreement(
    person.actor,
    { workspace: desk.slug, ...(articleId === undefined ? {} : { articleId }) },
    { ...anyQuery, ...query },
  );
}

function submit(person: Person, claimId: string | undefined, verdict: string) {
  return annotate(desk.slug, person, claimId ?? "", { verdict, submit: true });
}

/** Both judge each claim; undefined leaves it. */
async function judge(
  claims: readonly { readonly id: string }[],
  verdicts: readonly (readonly [string, string])[],
) {
  for (const [place, [one, other]] of verdicts.entries()) {
    await submit(desk.reviewer1, claims[place]?.id, one);
    await submit(desk.reviewer2, claims[place]?.id, other);
  }
}

describe("agreement of an article", () => {
  it("counts pairs, and gives every coefficient with its interval and counts", async () => {
    const { id, claims } = await createArticle(desk, { policy: "double_blind" });
    await judge(claims, [
      ["true", "true"],
      ["false", "false"],
      ["mixed", "mostly_true"],
    ]);
    const report = await read(desk.editor, id);
    expect(report.overall.percent).toMatchObject({
      value: 2 / 3,
      reason: null,
      counts: { units: 3, raters: 2, pairable: 6 },
    });
    // By hand: of 6 values 2 true, 2 false, 1 mixed, 1 mostly true; 2 of 6 coincidences differ.
    expect(report.overall.alphaNominal.value).toBeCloseTo(1 - (5 * 2) / 26, 12);
    expect(report.overall.percent.interval?.low).toBeLessThan(2 / 3);
    expect(report.table).toEqual([
      { a: "false", b: "false", claims: 1 },
      { a: "mixed", b: "mostly_true", claims: 1 },
      { a: "true", b: "true", claims: 1 },
    ]);
    expect(report.pairs).toMatchObject([
      { members: [{ name: "Rita One" }, { name: "Rui Two" }], coefficients: { percent: { value: 2 / 3 } } },
    ]);
    expect(report.pairs[0]?.coefficients.kappa.value).toBeCloseTo((2 / 3 - 2 / 9) / (1 - 2 / 9), 12);
    expect(report.overTime).toMatchObject([{ claims: 3, percent: { value: 2 / 3 } }]);
    expect(report.overTime[0]?.from).toMatch(/^\d{4}-\d\d-01$/);
  });

  it("says why there is nothing to say", async () => {
    const { id, claims } = await createArticle(desk);
    expect((await read(desk.editor, id)).overall.alphaNominal).toMatchObject({
      value: null,
      reason: "no_unit",
    });
    await submit(desk.reviewer1, claims[0]?.id, "true");
    expect((await read(desk.editor, id)).overall.alphaNominal).toMatchObject({
      value: null,
      reason: "one_rater",
    });
    await submit(desk.reviewer2, claims[1]?.id, "true");
    expect((await read(desk.editor, id)).overall.alphaNominal).toMatchObject({
      value: null,
      reason: "no_shared_unit",
    });
    await submit(desk.reviewer2, claims[0]?.id, "true");
    expect((await read(desk.editor, id)).overall.alphaNominal).toMatchObject({
      value: null,
      reason: "unanimous",
    });
  });

  it.each(["blind_check", "double_blind"] as const)(
    "under %s, a verdict that is still alone counts for nobody, not for its author either",
    async (policy) => {
      const { id, claims } = await createArticle(desk, { policy });
      const before = await Promise.all(
        [desk.owner, desk.reviewer1, desk.reviewer2].map((person) => read(person, id)),
      );
      await submit(desk.reviewer1, claims[0]?.id, "true");
      const after = await Promise.all(
        [desk.owner, desk.reviewer1, desk.reviewer2].map((person) => read(person, id)),
      );
      expect(after).toEqual(before);
      await submit(desk.reviewer2, claims[0]?.id, "false");
      expect((await read(desk.owner, id)).overall.percent.value).toBe(0);
    },
  );

  it("takes what each thought first, not what they settled on after they had seen the other's", async () => {
    const { id, claims } = await createArticle(desk, { policy: "double_blind" });
    await judge(claims, [["true", "false"]]);
    await submit(desk.reviewer2, claims[0]?.id, "true");
    expect((await read(desk.editor, id)).overall.percent.value).toBe(0);
  });

  it("leaves out what is disposed, and claims without blindness when only blind ones are asked for", async () => {
    const open = await createArticle(desk, { policy: "single" });
    await judge(open.claims, [["true", "true"]]);
    const blind = await createArticle(desk, { policy: "double_blind" });
    await judge(blind.claims, [
      ["false", "false"],
      ["false", "true"],
    ]);
    await db().claim.updateMany({
      where: { id: blind.claims[1]?.id ?? "" },
      data: { disposition: "opinion" },
    });
    const all = await read(desk.editor);
    expect(all.overall.percent.counts.units).toBe(2);
    expect(all.scales).toMatchObject([{ key: "truth", claims: 2 }]);
    expect((await read(desk.editor, undefined, { judged: "blind" })).overall.percent.counts.units).toBe(1);
  });

  it("a panel's votes count once they are told", async () => {
    const { id, claims } = await createArticle(desk, { policy: "panel" });
    const claimId = claims[0]?.id ?? "";
    await submit(desk.reviewer1, claimId, "true");
    const { castVote } = await import("../review/commands");
    const vote = (person: Person, verdict: string) =>
      castVote(person.actor, { workspace: desk.slug, claimId }, { verdict, rationale: "" });
    await vote(desk.reviewer2, "false");
    expect((await read(desk.editor, id)).overall.percent.counts).toEqual({
      units: 1,
      raters: 1,
      pairable: 0,
    });
    await vote(desk.editor, "false");
    expect((await read(desk.editor, id)).overall.percent).toMatchObject({
      value: 1 / 3,
      counts: { units: 1, raters: 3, pairable: 3 },
    });
  });
});

describe("who may know", () => {
  it("a reviewer sees the pairs that they are in, an editor sees all", async () => {
    const { id, claims } = await createArticle(desk);
    await judge(claims, [["true", "true"]]);
    await submit(desk.owner, claims[0]?.id, "false");
    const names = async (person: Person) =>
      (await read(person, id)).pairs.map(({ members }) => members.map(({ name }) => name).join(" & "));
    expect(await names(desk.editor)).toEqual(["Olga & Rita One", "Olga & Rui Two", "Rita One & Rui Two"]);
    expect(await names(desk.reviewer1)).toEqual(["Olga & Rita One", "Rita One & Rui Two"]);
  });

  it("a viewer reads no annotations, a stranger finds nothing", async () => {
    const { id } = await createArticle(desk);
    await expect(read(desk.viewer, id)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = await createDesk("Elsewhere");
    await expect(read(elsewhere.owner, id)).rejects.toMatchObject({ code: "not_found" });
    const own = getAgreement(elsewhere.owner.actor, { workspace: elsewhere.slug, articleId: id }, anyQuery);
    await expect(own).rejects.toMatchObject({ code: "not_found" });
    await expect(read(desk.editor, id, { scale: "nobody_has_it" })).rejects.toMatchObject({
      code: "bad_input",
    });
  });
});

describe("the claims behind a cell", () => {
  it("are those on which two people chose these two verdicts, in either order", async () => {
    const { id, claims } = await createArticle(desk, { policy: "double_blind" });
    await judge(claims, [
      ["true", "false"],
      ["false", "true"],
      ["true", "true"],
    ]);
    const list = (person: Person, a: string, b: string) =>
      listDiffering(
        person.actor,
        { workspace: desk.slug },
        differingQuerySchema.parse({ a, b, article: id }),
      );
    expect(await list(desk.editor, "false", "true")).toMatchObject([
      { id: claims[0]?.id, ordinal: 1, articleTitle: "The bridge", settled: false },
      { id: claims[1]?.id, ordinal: 2 },
    ]);
    expect(await list(desk.editor, "true", "true")).toMatchObject([{ id: claims[2]?.id }]);
    await expect(list(desk.viewer, "false", "true")).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = await createDesk("Elsewhere");
    await expect(list(elsewhere.owner, "false", "true")).rejects.toMatchObject({ code: "not_found" });
  });
});
