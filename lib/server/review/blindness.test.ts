import { describe, expect, it } from "vitest";
import { annotate, cite, createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import { listArticles, getWorkbench } from "../articles/queries";
import { getClaimDetail } from "../claims/queries";
import { listHistory } from "../events/queries";
import { listQueue } from "../queue/queries";
import { getReportPreview } from "../reports/queries";

type Told = { readonly verdict: string; readonly rationale: string; readonly stance: "supports" | "refutes" };

const one: Told = { verdict: "true", rationale: "Seen with my own eyes", stance: "supports" };
const other: Told = { verdict: "false", rationale: "A hoax, plainly", stance: "refutes" };

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
    await listQueue(viewer.actor, { workspace }),
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
