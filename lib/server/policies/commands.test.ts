import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { annotate, createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { getReportPreview } from "../reports/queries";
import { castVote } from "../review/commands";
import { changeHouseStyle, changePanel } from "./commands";
import { getHouseStyle, listPolicies } from "./queries";

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

const at = (baseVersion = 1) => ({ workspace: desk.slug, baseVersion });

async function panelOf(): Promise<unknown> {
  return (await listPolicies(desk.viewer.actor, at())).find(({ kind }) => kind === "panel");
}

describe("a panel", () => {
  it("has the size and quorum of the day the article came in", async () => {
    const before = await createArticle(desk, { policy: "panel" });
    await changePanel(desk.owner.actor, at(), { quorum: 3, panelSize: 4 });
    expect(await panelOf()).toMatchObject({ quorum: 3, panelSize: 4, version: 2 });
    const after = await createArticle(desk, { policy: "panel", text: "A new text." });
    const rule = async (claimId: string) => {
      await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
      for (const { actor } of [desk.reviewer2, desk.editor]) {
        await castVote(actor, { workspace: desk.slug, claimId }, { verdict: "true", rationale: "" });
      }
      return (await getClaimDetail(desk.owner.actor, { workspace: desk.slug, claimId })).claim.state;
    };
    expect(await rule(before.claims[0]?.id ?? "")).toBe("ruled");
    expect(await rule(after.claims[0]?.id ?? "")).toBe("in_review");
  });

  it("is not changed by a late save, nor twice by a double click, nor by a stranger or an editor", async () => {
    const actor = withKey(desk.owner.actor, randomUUID());
    await Promise.all([1, 2].map(() => changePanel(actor, at(), { quorum: 2, panelSize: 2 })));
    expect(await changePanel(desk.owner.actor, at(), { quorum: 3, panelSize: 5 })).toEqual({
      outcome: "stale",
      version: 2,
    });
    const stranger = await createDesk("Elsewhere");
    for (const [person, code] of [
      [desk.editor, "forbidden"],
      [stranger.owner, "not_found"],
    ] as const) {
      await expect(changePanel(person.actor, at(2), { quorum: 3, panelSize: 5 })).rejects.toMatchObject({
        code,
      });
    }
    expect(await panelOf()).toMatchObject({ quorum: 2, panelSize: 2, version: 2 });
    expect(await db().policy.count({ where: { workspaceId: desk.workspaceId, kind: "panel" } })).toBe(2);
  });
});

describe("what reports say of people", () => {
  async function dissentingClaim(): Promise<string> {
    const { id, claims } = await createArticle(desk, { policy: "panel" });
    const claimId = claims[0]?.id ?? "";
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    for (const [person, verdict] of [
      [desk.reviewer2, "false"],
      [desk.editor, "true"],
      [desk.owner, "true"],
    ] as const) {
      await castVote(person.actor, { workspace: desk.slug, claimId }, { verdict, rationale: "" });
    }
    return id;
  }
  const rulingOf = async (articleId: string) => {
    const preview = await getReportPreview(desk.editor.actor, { workspace: desk.slug, articleId });
    return preview.content.claims[0]?.ruling;
  };

  it("is how many they were, and their dissent, unless the desk wishes otherwise", async () => {
    const article = await dissentingClaim();
    expect(await rulingOf(article)).toMatchObject({ checkers: 4, dissent: ["false"] });
    expect(await rulingOf(article)).not.toHaveProperty("checkedBy");
    await changeHouseStyle(desk.owner.actor, at(), { printsDissent: false, namesCheckers: true });
    expect(await rulingOf(article)).toMatchObject({
      dissent: [],
      checkedBy: ["Edgar", "Olga", "Rita One", "Rui Two"],
    });
  });

  it("is not changed by a late save, nor by an editor or a stranger", async () => {
    await changeHouseStyle(desk.owner.actor, at(), { printsDissent: false, namesCheckers: false });
    const late = await changeHouseStyle(desk.owner.actor, at(), { printsDissent: true, namesCheckers: true });
    expect(late).toEqual({ outcome: "stale", version: 2 });
    const input = { printsDissent: true, namesCheckers: true };
    const stranger = await createDesk("Elsewhere");
    await expect(changeHouseStyle(desk.editor.actor, at(2), input)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(changeHouseStyle(stranger.owner.actor, at(2), input)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await getHouseStyle(desk.editor.actor, at())).toEqual({
      printsDissent: false,
      namesCheckers: false,
      version: 2,
    });
  });
});
