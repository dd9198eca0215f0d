import { createHash, randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitationInput } from "@/lib/core/annotations/annotation";
import {
  annotate,
  cite,
  createArticle,
  createDesk,
  withKey,
  type Desk,
  type Person,
} from "@/seeds/factories";
import { standInWeb, type StandIn } from "@/seeds/stand-in-web";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { keepEvidenceAgain, takeSnapshot } from "./commands";
import { keepEvidence } from "./keep-evidence";
import { keepSource } from "./keep-source";

let desk: Desk;
let web: StandIn;
let isUp = true;

const body = `<p>The bridge is 112 metres long.</p><nav>Opened in 1931</nav><script>alert("112 metres")</script>`;
const answer: RequestListener = ({ url }, response) => {
  if (url?.startsWith("/down") && !isUp) response.writeHead(500).end();
  else if (url?.startsWith("/empty")) response.writeHead(200, { "content-type": "text/html" }).end("<p>");
  else response.writeHead(200, { "content-type": "text/html" }).end(`<title>Bridge</title>${body}`);
};

beforeAll(async () => {
  desk = await createDesk();
  web = await standInWeb(answer);
});
afterAll(() => {
  web.close();
});

type Policy = "single" | "double_blind";

async function scene(
  path: string,
  quotes: readonly string[],
  policy: Policy = "single",
  person = desk.reviewer1,
) {
  const { claims } = await createArticle(desk, { policy });
  const claimId = claims[0]?.id ?? "";
  const url = web.at(`${path}/${randomUUID()}`);
  const cited = await cite(desk.slug, person, { title: "Bridge", url });
  const citations = quotes.map((quote) => ({ ...cited, quote }));
  await annotate(desk.slug, person, claimId, { verdict: "true", citations });
  return { claimId, citations, sourceId: cited.sourceId };
}

async function keep(person: Person, claimId: string) {
  const { id } = await db().annotation.findFirstOrThrow({ where: { claimId, memberId: person.memberId } });
  await keepEvidence({ workspaceId: desk.workspaceId, annotationId: id }, web.world);
  return read(person, claimId);
}

async function read(person: Person, claimId: string) {
  const { own } = await getClaimDetail(person.actor, { workspace: desk.slug, claimId });
  return own.content.citations.map(({ check }) => check);
}

const askedFor = (sourcePath: string) => web.asked.filter((path) => path.startsWith(sourcePath)).length;

describe("keeping what an annotation cites", () => {
  it("takes one snapshot of a page and says of each quote whether it is in it", async () => {
    const quotes = ["The bridge is 112 metres", "the bridge was 112 metres long", "Nobody likes it", ""];
    const { claimId, sourceId } = await scene("/page", [...quotes, "Opened in 1931", "alert"]);
    expect(await read(desk.reviewer1, claimId)).toEqual(Array(6).fill(null));
    const checks = await keep(desk.reviewer1, claimId);
    expect(checks.map((check) => check?.snapshot && check.finding)).toEqual([
      "exact",
      "close",
      "not_found",
      null,
      "exact",
      "not_found",
    ]);
    expect(checks[1]).toMatchObject({ foundText: "The bridge is 112 metres long" });
    const [snapshot, ...more] = await db().snapshot.findMany({ where: { sourceId } });
    expect(more).toEqual([]);
    expect(snapshot?.sha256).toBe(
      createHash("sha256")
        .update(snapshot?.text ?? "", "utf8")
        .digest("hex"),
    );
    expect(snapshot).toMatchObject({ forCitation: true, takenById: desk.reviewer1.memberId });
    expect(snapshot?.text).not.toContain("alert");
    const events = await db().event.findMany({ where: { claimId, type: "evidence.kept" } });
    expect(events.map(({ payload }) => payload)).toMatchObject([{ snapshots: 1, problems: 0 }]);
  });

  it("a newer version keeps what is known; only a quote that changed is looked for again", async () => {
    const { claimId, citations } = await scene("/carry", ["112 metres", "Opened in 1931"]);
    await keep(desk.reviewer1, claimId);
    const [first, second] = citations;
    const changed = { ...(second as CitationInput), quote: "Opened in 1932" };
    await annotate(desk.slug, desk.reviewer1, claimId, { citations: [first as CitationInput, changed] });
    expect(await read(desk.reviewer1, claimId)).toMatchObject([{ finding: "exact" }, null]);
    expect(await keep(desk.reviewer1, claimId)).toMatchObject([{ finding: "exact" }, { finding: "close" }]);
    expect(askedFor("/carry")).toBe(1);
  });

  it("done twice at once keeps one answer a citation", async () => {
    const { claimId } = await scene("/twice", ["112 metres"]);
    const [one, two] = await Promise.all([keep(desk.reviewer1, claimId), keep(desk.reviewer1, claimId)]);
    expect(one).toEqual(two);
  });

  it("says why a page could not be kept, leaves it at that, and tries again when it is asked to", async () => {
    isUp = false;
    const { claimId, citations } = await scene("/down", ["112 metres"]);
    expect(await keep(desk.reviewer1, claimId)).toEqual([{ snapshot: null, problem: "refused" }]);
    await annotate(desk.slug, desk.reviewer1, claimId, { rationale: "typed on", citations });
    expect(await keep(desk.reviewer1, claimId)).toEqual([{ snapshot: null, problem: "refused" }]);
    expect(askedFor("/down")).toBe(1);

    isUp = true;
    const target = { workspace: desk.slug, claimId };
    const actor = withKey(desk.reviewer1.actor, randomUUID());
    const asks = await Promise.all([1, 2].map(() => keepEvidenceAgain(actor, target)));
    expect(asks[0]).toEqual(asks[1]);
    expect(await keep(desk.reviewer1, claimId)).toMatchObject([{ finding: "exact" }]);
    expect(await keepEvidenceAgain(desk.reviewer1.actor, target)).toMatchObject({ pages: 0 });
  });

  it("a page without words is one that could not be kept", async () => {
    const { claimId } = await scene("/empty", ["112 metres"]);
    expect(await keep(desk.reviewer1, claimId)).toEqual([{ snapshot: null, problem: "unreadable" }]);
  });

  it("nobody else asks for it: strangers, viewers, and colleagues without an annotation", async () => {
    const { claimId, sourceId } = await scene("/private", ["112 metres"]);
    const stranger = await createDesk();
    const target = { workspace: desk.slug, claimId };
    const notFound = { code: "not_found" };
    await expect(keepEvidenceAgain(stranger.owner.actor, target)).rejects.toMatchObject(notFound);
    await expect(keepEvidenceAgain(desk.reviewer2.actor, target)).rejects.toMatchObject(notFound);
    await expect(keepEvidenceAgain(desk.viewer.actor, target)).rejects.toMatchObject({ code: "forbidden" });
    const across = { workspace: stranger.slug, sourceId };
    await expect(takeSnapshot(stranger.owner.actor, across)).rejects.toMatchObject(notFound);
    await expect(takeSnapshot(desk.viewer.actor, { workspace: desk.slug, sourceId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("under double-blind", () => {
  it("a colleague's snapshot is not used, which would tell that they have cited the page", async () => {
    const { claimId, sourceId, citations } = await scene("/blind", ["112 metres"], "double_blind");
    await keep(desk.reviewer1, claimId);
    await annotate(desk.slug, desk.reviewer2, claimId, { citations });
    await keep(desk.reviewer2, claimId);
    const snapshots = await db().snapshot.findMany({ where: { sourceId }, orderBy: { id: "asc" } });
    expect(snapshots.map(({ takenById }) => takenById)).toEqual([
      desk.reviewer1.memberId,
      desk.reviewer2.memberId,
    ]);
  });

  it("one that was taken for the library is everybody's", async () => {
    const { claimId, sourceId } = await scene("/library", ["112 metres"], "double_blind");
    const { jobId } = await takeSnapshot(desk.editor.actor, { workspace: desk.slug, sourceId });
    await keepSource({ workspaceId: desk.workspaceId, jobId }, web.world);
    const [check] = await keep(desk.reviewer1, claimId);
    const [snapshot, ...more] = await db().snapshot.findMany({ where: { sourceId } });
    expect(more).toEqual([]);
    expect(check?.snapshot?.id).toBe(snapshot?.id);
  });
});
