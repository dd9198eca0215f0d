import { describe, expect, it } from "vitest";
import { queueKinds } from "@/lib/core/queue/queue";
import {
  annotate,
  cite,
  createArticle,
  createDesk,
  sampleText,
  type Desk,
  type Person,
} from "@/seeds/factories";
import { assignInputSchema } from "@/lib/core/assignments/assignment";
import { listArticles, getWorkbench } from "../articles/queries";
import { assignClaims, declineAssignment, openWork, takeBackWork } from "../assignments/commands";
import { returnAbandonedWork } from "../assignments/return-work";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { listHistory } from "../events/queries";
import { countUnread, listNotifications } from "../notifications/queries";
import { countQueue, listQueue, listUrgent } from "../queue/queries";
import { getReportPreview } from "../reports/queries";
import { applyRevision } from "../revisions/commands";
import { reviewAnnotation } from "./commands";

type Told = { readonly verdict: string; readonly rationale: string; readonly stance: "supports" | "refutes" };

const one: Told = { verdict: "true", rationale: "Seen with my own eyes", stance: "supports" };
const other: Told = { verdict: "false", rationale: "A hoax, plainly", stance: "refutes" };

async function everyQueue(viewer: Person, workspace: string) {
  const pages = queueKinds.map((kind) => listQueue(viewer.actor, { workspace }, { kind, limit: 500 }));
  return [
    await Promise.all(pages),
    await countQueue(viewer.actor, { workspace }),
    await listUrgent(viewer.actor, { workspace }, 12),
  ];
}

/** Everything a colleague can read about an article, with what differs between any two desks masked. */
async function everythingSeen(
  desk: Desk,
  viewer: Person,
  articleId: string,
  claimId: string,
): Promise<string> {
  const workspace = desk.slug;
  const seen = JSON.stringify([
    await getWorkbench(viewer.actor, { workspace, articleId }),
    await getClaimDetail(viewer.actor, { workspace, claimId }),
    await everyQueue(viewer, workspace),
    await listNotifications(viewer.actor, { workspace }, { limit: 500 }),
    await countUnread(viewer.actor, { workspace }),
    await listArticles(viewer.actor, { workspace }),
    await listHistory(viewer.actor, { workspace }, { limit: 500 }),
    await listHistory(viewer.actor, { workspace }, { limit: 500, claim: claimId }),
    await getReportPreview(viewer.actor, { workspace, articleId }),
  ]);
  const names = new Map<string, string>();
  return seen
    .replaceAll(
      /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f-]{21}/g,
      (id) => names.get(id) ?? names.set(id, `#${names.size}`).get(id) ?? "",
    )
    .replaceAll(desk.slug, "desk")
    .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"time"')
    .replaceAll(/"id":"\d+"/g, '"id":"event"');
}

async function deskWith(policy: "blind_check" | "double_blind", told: Told | null) {
  const desk = await createDesk();
  const { id, claims } = await createArticle(desk, { policy });
  const claimId = claims[0]?.id ?? "";
  // The source is in the library either way: what is hidden is what was made of it.
  const citation = await cite(desk.slug, desk.reviewer1, { title: "Road atlas" }, { quote: "112 m" });
  if (told) {
    const { stance, ...rest } = told;
    await annotate(desk.slug, desk.reviewer1, claimId, {
      ...rest,
      confidence: 2,
      citations: [{ ...citation, stance }],
      submit: true,
    });
  }
  return { desk, articleId: id, claimId };
}

async function seenBy(who: "reviewer2" | "owner", policy: "blind_check" | "double_blind", told: Told | null) {
  const { desk, articleId, claimId } = await deskWith(policy, told);
  return everythingSeen(desk, desk[who], articleId, claimId);
}

/** Reviewer one and another member are assigned; how far the first has come must not be seen by the second. */
async function seenOfAssigned(
  policy: "blind_check" | "double_blind",
  who: "reviewer2" | "owner" | "editor",
  stage: string,
): Promise<string> {
  const { desk, articleId, claimId } = await deskWith(policy, null);
  const target = { workspace: desk.slug, claimId };
  const second = who === "editor" ? desk.editor : desk.reviewer2;
  const members = [desk.reviewer1.memberId, second.memberId];
  const input = assignInputSchema.parse({ claimIds: [claimId], members });
  await assignClaims(desk.owner.actor, { workspace: desk.slug }, input);
  if (["opened", "lapsed"].includes(stage)) await openWork(desk.reviewer1.actor, target);
  if (stage === "begun" && policy === "double_blind") {
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
  }
  if (stage === "submitted")
    await annotate(desk.slug, desk.reviewer1, claimId, { ...told(one), submit: true });
  const { assignments } = await getClaimDetail(desk.reviewer1.actor, target);
  const own = { workspace: desk.slug, assignmentId: assignments[0]?.id ?? "" };
  if (stage === "declined") await declineAssignment(desk.reviewer1.actor, own, { reason: "No time" });
  if (stage === "lapsed") {
    await db().assignment.updateMany({ where: { claimId }, data: { leaseExpiresAt: new Date(0) } });
    await db().assignment.updateMany({
      where: { claimId, memberId: second.memberId },
      data: { leaseExpiresAt: null },
    });
    await returnAbandonedWork(new Date());
  }
  return everythingSeen(desk, desk[who], articleId, claimId);
}

const revise = (desk: Desk, articleId: string, baseRevision: number, text: string) =>
  applyRevision(desk.editor.actor, { workspace: desk.slug, articleId, baseRevision }, { text });

/** A double-blind claim that two have judged and an editor has approved; then its words changed. */
async function ruledAndChanged() {
  const { desk, articleId, claimId } = await deskWith("double_blind", one);
  await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "true", submit: true });
  const { colleagues } = await getClaimDetail(desk.editor.actor, { workspace: desk.slug, claimId });
  const [annotation] = colleagues;
  if (annotation?.sight !== "full") throw new Error("There is nothing to approve");
  const target = { workspace: desk.slug, annotationId: annotation.id };
  const decision = { decision: "approve" as const, reasons: [], comment: "", version: annotation.version };
  await reviewAnnotation(desk.editor.actor, target, decision);
  await revise(desk, articleId, 1, sampleText.replace("112", "113"));
  return { desk, articleId, claimId };
}

async function seenAfterChange(who: "reviewer2" | "owner" | "editor", told: Told | null) {
  const { desk, articleId, claimId } = await ruledAndChanged();
  if (told) {
    const { verdict, rationale } = told;
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "mixed" });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict, rationale, submit: true });
  }
  return everythingSeen(desk, desk[who], articleId, claimId);
}

function told({ verdict, rationale }: Told) {
  return { verdict, rationale };
}

describe("before a colleague has submitted their own", () => {
  it.each([
    ["blind_check", "reviewer2"],
    ["blind_check", "owner"],
    ["double_blind", "reviewer2"],
    ["double_blind", "owner"],
  ] as const)("under %s, all that the %s can read is the same whatever was written", async (policy, who) => {
    expect(await seenBy(who, policy, one)).toBe(await seenBy(who, policy, other));
  });

  it.each(["reviewer2", "owner"] as const)(
    "under double_blind, all that the %s can read is the same whether anything was written or not",
    async (who) => {
      expect(await seenBy(who, "double_blind", one)).toBe(await seenBy(who, "double_blind", null));
    },
  );

  it("history in pages of one tells nothing by its cursors either", async () => {
    const [wrote, silent] = await Promise.all([
      deskWith("double_blind", one),
      deskWith("double_blind", null),
    ]);
    for (const { desk, claimId } of [wrote, silent]) {
      const page = await listHistory(
        desk.reviewer2.actor,
        { workspace: desk.slug },
        { limit: 1, claim: claimId },
      );
      expect(page).toEqual({ items: [], nextCursor: null });
    }
  });

  it("under blind_check the sources and quotes are shown, without stance", async () => {
    const { desk, claimId } = await deskWith("blind_check", one);
    const { colleagues, blind } = await getClaimDetail(desk.reviewer2.actor, {
      workspace: desk.slug,
      claimId,
    });
    expect(blind).toBe(true);
    expect(colleagues).toMatchObject([
      { sight: "evidence", evidence: [{ quote: "112 m", source: { title: "Road atlas" } }] },
    ]);
    expect(JSON.stringify(colleagues)).not.toContain("stance");
  });

  it.each(["blind_check", "double_blind"] as const)(
    "under %s an assignment looks the same whether its member has begun, handed in, or done nothing",
    async (policy) => {
      const stages = ["nothing", "opened", "begun", ...(policy === "double_blind" ? ["submitted"] : [])];
      for (const who of ["reviewer2", "owner"] as const) {
        const seen = await Promise.all(stages.map((stage) => seenOfAssigned(policy, who, stage)));
        for (const one of seen) expect(one).toBe(seen[0]);
      }
    },
  );

  it("one of a pair is not told that the other has declined, or was away too long", async () => {
    const stages = ["nothing", "declined", "lapsed", "submitted"];
    const seen = await Promise.all(stages.map((stage) => seenOfAssigned("double_blind", "editor", stage)));
    for (const one of seen) expect(one).toBe(seen[0]);
  });

  it("what an editor is answered tells nothing of who has begun or handed in by themselves", async () => {
    const answers = await Promise.all(
      [null, one].map(async (told) => {
        const { desk, claimId, articleId } = await deskWith("double_blind", told);
        const people = [desk.reviewer1, desk.reviewer2].map(({ memberId }) => memberId);
        const input = assignInputSchema.parse({ claimIds: [claimId], members: people });
        const planned = await assignClaims(
          desk.editor.actor,
          { workspace: desk.slug },
          { ...input, dryRun: true },
        );
        const { pairs, shares } = await assignClaims(desk.editor.actor, { workspace: desk.slug }, input);
        const again = await assignClaims(desk.editor.actor, { workspace: desk.slug }, input);
        const { taken } = await takeBackWork(
          desk.editor.actor,
          { workspace: desk.slug },
          { work: people.map((memberId) => ({ claimId, memberId })), kind: "annotate" },
        );
        const anew = await assignClaims(desk.editor.actor, { workspace: desk.slug }, input);
        const seen = await everythingSeen(desk, desk.editor, articleId, claimId);
        return [
          taken.map(({ dueAt }) => dueAt),
          anew.pairs.length,
          planned.pairs.length,
          pairs.length,
          shares.map(({ count }) => count),
          again.pairs.length,
          seen,
        ];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it.each(["reviewer2", "owner", "editor"] as const)(
    "once ruled words have changed, all that the %s can read is the same whether a colleague has judged them anew or not",
    async (who) => {
      const seen = await Promise.all([null, one, other].map((told) => seenAfterChange(who, told)));
      expect(seen[1]).toBe(seen[0]);
      expect(seen[2]).toBe(seen[0]);
    },
  );

  it("the pair that is in again ends it: both lie open, and what was ruled on the words before is over", async () => {
    const { desk, claimId } = await ruledAndChanged();
    const at = { workspace: desk.slug, claimId };
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false", submit: true });
    const [mine, theirs] = await Promise.all(
      [desk.reviewer1, desk.reviewer2].map((person) => getClaimDetail(person.actor, at)),
    );
    expect([mine?.claim.state, theirs?.claim.state]).toEqual(["submitted", "stale"]);
    expect([mine?.blind, theirs?.blind, theirs?.colleagues]).toEqual([true, true, []]);
    const waiting = await listQueue(
      desk.reviewer1.actor,
      { workspace: desk.slug },
      { kind: "stale", limit: 9 },
    );
    expect(waiting.items).toEqual([]);
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "false", submit: true });
    const after = await getClaimDetail(desk.editor.actor, at);
    expect(after).toMatchObject({
      claim: { state: "in_review" },
      blind: false,
      previousText: null,
      ruling: null,
    });
    expect(after.colleagues).toHaveLength(2);
  });

  it("words that come back bring back what was submitted on them, and the ruling with it", async () => {
    const { desk, claimId, articleId } = await ruledAndChanged();
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false", submit: true });
    await revise(desk, articleId, 2, sampleText.replace("112", "114"));
    const at = { workspace: desk.slug, claimId };
    expect((await getClaimDetail(desk.reviewer1.actor, at)).claim.state).toBe("stale");
    await revise(desk, articleId, 3, sampleText);
    const { claim, ruling, colleagues } = await getClaimDetail(desk.editor.actor, at);
    expect([claim.state, ruling?.verdict, ruling?.holds]).toEqual(["ruled", "true", true]);
    expect(colleagues).toMatchObject([{ content: { verdict: "true" } }, { content: { verdict: "true" } }]);
  });

  it("afterwards both see both", async () => {
    const { desk, claimId } = await deskWith("double_blind", one);
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "true", submit: true });
    for (const person of [desk.reviewer1, desk.reviewer2]) {
      const { colleagues, blind } = await getClaimDetail(person.actor, { workspace: desk.slug, claimId });
      expect(blind).toBe(false);
      expect(colleagues).toMatchObject([{ sight: "full", content: { verdict: "true" } }]);
    }
  });
});
