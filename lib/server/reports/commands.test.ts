import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { writeJson } from "@/lib/core/formats/json";
import { streamOf } from "@/lib/core/report/content";
import { annotate, cite, createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { changeClaim } from "../claims/commands";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { reviewAnnotation } from "../review/commands";
import { publishReport } from "./commands";
import { getPublicReport, getReportPreview } from "./queries";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

async function approve(claimId: string): Promise<void> {
  const { colleagues } = await getClaimDetail(desk.editor.actor, { workspace: desk.slug, claimId });
  const annotation = colleagues.find(({ sight }) => sight === "full");
  if (annotation?.sight !== "full") throw new Error("nothing to approve");
  const decision = { decision: "approve" as const, reasons: [], comment: "", version: annotation.version };
  await reviewAnnotation(desk.editor.actor, { workspace: desk.slug, annotationId: annotation.id }, decision);
}

async function ruledArticle() {
  const { id, claims } = await createArticle(desk);
  const [first, second, third] = claims.map((claim) => claim.id);
  const citation = await cite(desk.slug, desk.reviewer1, { title: "Road atlas" }, { quote: "112 m" });
  for (const claimId of [first ?? "", second ?? ""]) {
    await annotate(desk.slug, desk.reviewer1, claimId, {
      verdict: "true",
      rationale: "It says so",
      citations: [citation],
      searches: [{ query: "bridge", place: "atlas", sought: "refutes", outcome: "Nothing" }],
      submit: true,
    });
    await approve(claimId);
  }
  const disposed = { workspace: desk.slug, claimId: third ?? "", baseVersion: 1 };
  await changeClaim(desk.editor.actor, disposed, { disposition: "opinion" });
  return { target: { workspace: desk.slug, articleId: id }, first: first ?? "" };
}

describe("publishReport", () => {
  it("publishes what is ruled, under a number and a hash that a reader can repeat", async () => {
    const { target } = await ruledArticle();
    const published = await publishReport(desk.editor.actor, target);
    if (published.outcome !== "published") throw new Error(published.outcome);
    expect(published.number).toBe(1);
    const report = await getPublicReport(published.slug, null);
    let bytes = "";
    for await (const piece of writeJson(streamOf(report.content))) bytes += piece;
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(published.sha256);
    expect(report.content.claims.map((claim) => claim.ruling?.verdict ?? claim.disposition)).toEqual([
      "true",
      "true",
      "opinion",
    ]);
    expect(report.content.claims[0]?.ruling).toMatchObject({
      checkers: 2,
      rationale: "It says so",
      citations: [{ title: "Road atlas", quote: "112 m" }],
    });
  });

  it("changes nothing while the gate is closed, and says what is missing", async () => {
    const { id, claims } = await createArticle(desk);
    const closed = await publishReport(desk.editor.actor, { workspace: desk.slug, articleId: id });
    expect(closed).toMatchObject({
      outcome: "gate_closed",
      gate: expect.arrayContaining([
        expect.objectContaining({ check: "every_claim_addressed", passed: false }),
      ]) as unknown,
    });
    expect(closed.outcome === "gate_closed" && closed.gate[0]?.failing.map(({ id: claim }) => claim)).toEqual(
      claims.map((claim) => claim.id),
    );
    expect(await db().report.count({ where: { articleId: id } })).toBe(0);
  });

  it("a double click and two editors at once publish one number", async () => {
    const { target } = await ruledArticle();
    const actor = withKey(desk.editor.actor, randomUUID());
    await Promise.all([
      publishReport(actor, target),
      publishReport(actor, target),
      publishReport(desk.owner.actor, target),
    ]);
    expect(await db().report.count({ where: { articleId: target.articleId } })).toBe(1);
    expect(await publishReport(desk.owner.actor, target)).toEqual({ outcome: "unchanged", number: 1 });
  });

  it("a later change is a new number; the old one stays as it was", async () => {
    const { target, first } = await ruledArticle();
    const one = await publishReport(desk.editor.actor, target);
    await annotate(desk.slug, desk.reviewer1, first, {
      verdict: "mixed",
      searches: [{ query: "bridge", place: "atlas", outcome: "" }],
      submit: true,
    });
    expect((await getReportPreview(desk.editor.actor, target)).content.claims[0]?.ruling).toBeNull();
    await approve(first);
    expect(await publishReport(desk.editor.actor, target)).toMatchObject({
      outcome: "reason_needed",
      difference: [{ claimId: first, kind: "verdict", before: "true", after: "mixed" }],
    });
    expect(await db().report.count({ where: { articleId: target.articleId } })).toBe(1);
    const correction = { reason: "The atlas was of another bridge" };
    const two = await publishReport(desk.editor.actor, target, { correction });
    if (one.outcome !== "published" || two.outcome !== "published") throw new Error("not published");
    expect([two.number, two.slug]).toEqual([2, one.slug]);
    expect((await getPublicReport(one.slug, 1)).content.claims[0]?.ruling?.verdict).toBe("true");
    expect((await getPublicReport(one.slug, null)).content.claims[0]?.ruling?.verdict).toBe("mixed");
    expect((await getPublicReport(one.slug, 1)).corrections).toEqual([]);
    expect((await getPublicReport(one.slug, 2)).corrections).toMatchObject([
      { number: 2, previous: 1, ...correction, claimIds: [first], difference: [{ kind: "verdict" }] },
    ]);
    await expect(getPublicReport(one.slug, 3)).rejects.toMatchObject({ code: "not_found" });
  });

  it("strangers find nothing and reviewers publish nothing", async () => {
    const { target } = await ruledArticle();
    const stranger = await createDesk("Elsewhere");
    await expect(publishReport(stranger.owner.actor, target)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      publishReport(stranger.owner.actor, { ...target, workspace: stranger.slug }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(publishReport(desk.reviewer1.actor, target)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().report.count({ where: { articleId: target.articleId } })).toBe(0);
  });

  it("lets out nothing but what is published", async () => {
    const { target, first } = await ruledArticle();
    await annotate(desk.slug, desk.reviewer2, first, { verdict: "false", rationale: "canary draft" });
    const published = await publishReport(desk.editor.actor, target);
    if (published.outcome !== "published") throw new Error(published.outcome);
    const out = JSON.stringify(await getPublicReport(published.slug, 1));
    expect(out).not.toContain("canary");
    for (const person of [desk.editor, desk.reviewer1, desk.reviewer2]) {
      expect(out).not.toContain(person.memberId);
      expect(out).not.toContain(person.actor.email);
    }
  });
});
