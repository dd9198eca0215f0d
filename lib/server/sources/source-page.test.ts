import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { annotate, cite, createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import { citePage } from "@/seeds/snapshots";
import { db } from "../db/client";
import { keepEvidence } from "./keep-evidence";
import { getSnapshotText, getSource } from "./queries";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

async function cited(policy: "single" | "blind_check" | "double_blind", by: Person, title: string) {
  const { claims } = await createArticle(desk, { policy });
  const claimId = claims[0]?.id ?? "";
  const url = `https://register.example/${encodeURIComponent(title)}`;
  const page = { title, publisher: "Register", url };
  const citation = await citePage(desk, desk.editor, page, { quote: "112 m" }, "It is 112 m long.");
  await annotate(desk.slug, by, claimId, { verdict: "true", citations: [citation], submit: true });
  const { id: annotationId } = await db().annotation.findFirstOrThrow({ where: { claimId } });
  await keepEvidence({ workspaceId: desk.workspaceId, annotationId });
  return { claimId, sourceId: citation.sourceId, citation };
}

const read = (person: Person, sourceId: string) =>
  getSource(person.actor, { workspace: desk.slug, sourceId });

describe("the page of a source", () => {
  it("has every claim that cites it, with what is quoted and whether it is there", async () => {
    const { claimId, sourceId } = await cited("single", desk.reviewer1, "open");
    expect(await read(desk.owner, sourceId)).toMatchObject({
      source: { title: "open" },
      snapshots: [{ url: "https://register.example/open" }],
      uses: [
        {
          claim: { id: claimId, ordinal: 1 },
          article: { title: "The bridge" },
          stance: "supports",
          author: { name: "Rita One" },
          quote: "112 m",
          check: { finding: "exact" },
        },
      ],
    });
    expect((await read(desk.viewer, sourceId)).uses).toEqual([]);
  });

  it("under a blind check shows evidence alone, under double-blind nothing, until both lie open", async () => {
    const blind = await cited("blind_check", desk.reviewer1, "blind");
    expect((await read(desk.reviewer2, blind.sourceId)).uses).toMatchObject([
      { stance: null, author: null, quote: "112 m" },
    ]);

    const double = await cited("double_blind", desk.reviewer1, "double");
    for (const person of [desk.reviewer2, desk.editor, desk.owner]) {
      expect((await read(person, double.sourceId)).uses).toEqual([]);
    }
    expect((await read(desk.reviewer1, double.sourceId)).uses).toHaveLength(1);
    await annotate(desk.slug, desk.reviewer2, double.claimId, { verdict: "true", submit: true });
    expect((await read(desk.reviewer2, double.sourceId)).uses).toMatchObject([{ stance: "supports" }]);
  });

  it("keeps a snapshot that was taken for a hidden citation to whoever took it", async () => {
    const { claims } = await createArticle(desk, { policy: "double_blind" });
    const citation = await cite(desk.slug, desk.editor, { title: "Kept", url: "https://kept.example/" });
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", {
      verdict: "true",
      citations: [citation],
    });
    const text = "The bridge is 112 m long. \u{1f309}";
    const { id: snapshotId } = await db().snapshot.create({
      data: {
        workspaceId: desk.workspaceId,
        sourceId: citation.sourceId,
        url: "https://kept.example/",
        mediaType: "text/html",
        text,
        sha256: createHash("sha256").update(text, "utf8").digest("hex"),
        forCitation: true,
        takenById: desk.reviewer1.memberId,
      },
    });
    const target = { workspace: desk.slug, sourceId: citation.sourceId, snapshotId };
    const found = await getSnapshotText(desk.reviewer1.actor, target);
    expect(createHash("sha256").update(found.text, "utf8").digest("hex")).toBe(found.sha256);
    for (const person of [desk.reviewer2, desk.owner]) {
      await expect(getSnapshotText(person.actor, target)).rejects.toMatchObject({ code: "not_found" });
      expect((await read(person, citation.sourceId)).snapshots).toEqual([]);
    }
    const stranger = await createDesk();
    const across = { ...target, workspace: stranger.slug };
    await expect(getSnapshotText(stranger.owner.actor, across)).rejects.toMatchObject({ code: "not_found" });
    await expect(getSource(stranger.owner.actor, across)).rejects.toMatchObject({ code: "not_found" });
    await expect(getSource(stranger.owner.actor, target)).rejects.toMatchObject({ code: "not_found" });
  });
});
