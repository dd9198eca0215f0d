import { beforeEach, describe, expect, it } from "vitest";
import { annotate, createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import { reviewAnnotation } from "../review/commands";
import { db } from "../db/client";
import { getInsights } from "./queries";

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

const read = (person: Person) => getInsights(person.actor, { workspace: desk.slug });

async function approve(claimId: string): Promise<void> {
  const annotation = await db().annotation.findFirstOrThrow({ where: { claimId } });
  await reviewAnnotation(
    desk.editor.actor,
    { workspace: desk.slug, annotationId: annotation.id },
    { decision: "approve", reasons: [], comment: "", version: annotation.submittedVersion ?? 0 },
  );
}

describe("insights", () => {
  it("tell how far the desk is and how first verdicts stood to the rulings", async () => {
    const { claims } = await createArticle(desk);
    const [one, two] = claims.map(({ id }) => id);
    await annotate(desk.slug, desk.reviewer1, one ?? "", { verdict: "true", submit: true });
    await approve(one ?? "");
    await annotate(desk.slug, desk.reviewer2, two ?? "", { verdict: "false", submit: true });
    const { progress, verdicts, rulings, desk: ofDesk, own, minutes } = await read(desk.reviewer1);
    const known = Object.fromEntries(progress.map(({ part, claims: count }) => [part, count]));
    expect(known).toMatchObject({ ruled: 1, in_review: 1, open: 1, disputed: 0 });
    expect(verdicts).toEqual([{ verdict: "true", claims: 1 }]);
    expect(rulings).toEqual({ made: 1, reopened: 0 });
    expect(minutes).toMatchObject({ annotations: 2 });
    expect(own).toMatchObject([{ claims: 1, same: 1, shift: 0 }]);
    expect(ofDesk).toEqual(own);
    expect((await read(desk.reviewer2)).own).toEqual([]);
    await annotate(desk.slug, desk.reviewer1, one ?? "", { verdict: "mixed", submit: true });
    expect((await read(desk.editor)).rulings).toEqual({ made: 1, reopened: 1 });
  });

  it("show a viewer how far the desk is and nothing of annotations; a stranger nothing", async () => {
    const { claims } = await createArticle(desk);
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true", submit: true });
    await approve(claims[0]?.id ?? "");
    expect(await read(desk.viewer)).toMatchObject({ minutes: null, desk: [], own: [], rulings: { made: 0 } });
    const elsewhere = await createDesk();
    await expect(read(elsewhere.owner)).rejects.toMatchObject({ code: "not_found" });
  });
});
