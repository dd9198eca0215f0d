import { describe, expect, it } from "vitest";
import type { PolicyKind } from "@/lib/core/review/policy";
import { claimState } from "@/lib/core/review/state";
import { annotate, createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import { listClaims } from "../articles/queries";
import { db } from "../db/client";
import { writeNote } from "../notes/commands";
import { castVote, reviewAnnotation } from "../review/commands";
import { findClaims } from "../review/load-facts";
import { getClaimDetail } from "./queries";

type Case = { readonly desk: Desk; readonly articleId: string; readonly claimId: string };

/** What everybody is told of a claim by itself and in the list of its article, and the state as stored and as it follows. */
async function expectAlike({ desk, articleId, claimId }: Case, step: string): Promise<void> {
  const { slug: workspace, workspaceId } = desk;
  const everybody = [desk.owner, desk.editor, desk.reviewer1, desk.reviewer2, desk.viewer];
  for (const { actor } of everybody) {
    const { claim } = await getClaimDetail(actor, { workspace, claimId });
    const listed = await listClaims(actor, { workspace, articleId });
    expect(claim, step).toEqual(listed.find(({ id }) => id === claimId));
  }
  const [loaded] = [...(await findClaims(db(), { workspaceId }, [claimId])).values()];
  expect(loaded && claimState(loaded.facts), step).toBe(loaded?.row.state);
}

async function approve({ desk, claimId }: Case, by: Person, of: Person): Promise<void> {
  const { own } = await getClaimDetail(of.actor, { workspace: desk.slug, claimId });
  const target = { workspace: desk.slug, annotationId: own.id ?? "" };
  const version = own.submittedVersion ?? 0;
  await reviewAnnotation(by.actor, target, { decision: "approve", reasons: [], comment: "", version });
}

function vote({ desk, claimId }: Case, by: Person): Promise<unknown> {
  return castVote(by.actor, { workspace: desk.slug, claimId }, { verdict: "true", rationale: "" });
}

describe("a claim", () => {
  it.each<PolicyKind>(["single", "blind_check", "double_blind", "panel"])(
    "is told alike by itself and in a list, and has the state that follows, after each step under %s",
    async (policy) => {
      const desk = await createDesk();
      const { id: articleId, claims } = await createArticle(desk, { policy });
      const here = { desk, articleId, claimId: claims[0]?.id ?? "" };
      const { claimId } = here;
      const save = (person: Person, verdict: string, submit = false) =>
        annotate(desk.slug, person, claimId, { verdict, submit });
      const steps: Readonly<Record<string, () => Promise<unknown>>> = {
        "nothing yet": () => Promise.resolve(),
        "a first draft": () => save(desk.reviewer1, "true"),
        "a second draft": () => save(desk.reviewer1, "false"),
        "a note": () =>
          writeNote(desk.editor.actor, { workspace: desk.slug, claimId }, { body: "Which one?" }),
        submitted: () => save(desk.reviewer1, "true", true),
        "a draft on what is submitted": () => save(desk.reviewer1, "mixed"),
        ...(policy === "panel" || policy === "single"
          ? {}
          : {
              "a colleague's draft": () => save(desk.reviewer2, "false"),
              "the colleague disagrees": () => save(desk.reviewer2, "false", true),
              "the colleague agrees": () => save(desk.reviewer2, "true", true),
            }),
        ...(policy === "panel"
          ? { "a vote": () => vote(here, desk.editor), "a second vote": () => vote(here, desk.reviewer2) }
          : { approved: () => approve(here, desk.editor, desk.reviewer1) }),
        "a draft on what is ruled": () => save(desk.reviewer1, "false"),
      };
      for (const [step, take] of Object.entries(steps)) {
        await take();
        await expectAlike(here, step);
      }
    },
  );
});
