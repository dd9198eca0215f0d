import { beforeEach, describe, expect, it } from "vitest";
import type { ReportClaim, ReportContent } from "@/lib/core/report/content";
import { xlsxOf } from "@/seeds/documents";
import { createDesk, type Desk } from "@/seeds/factories";
import { sampleReport, writeReport } from "@/seeds/report-content";
import { db } from "../db/client";
import { getJob, listJobErrors } from "../jobs/queries";
import { importDelivery } from "./commands";
import { runImport } from "./run-import";

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

const text = "The tower is 324 m tall. It opened in 1889, people say.";

function claim(ordinal: number, start: number, end: number, rest: Partial<ReportClaim>): ReportClaim {
  const words = {
    text: text.slice(start, end),
    wording: null,
    disposition: "to_check" as const,
    ruling: null,
  };
  return { id: `c${ordinal}`, ordinal, kind: "sentence", start, end, ...words, ...rest };
}

const [sample] = sampleReport.claims.flatMap(({ ruling }) => ruling ?? []);
const searches = [{ query: "tower height", place: "city archive", searchedOn: "2026-05-01", outcome: "" }];
const ruling = sample ? { ...sample, searches } : null;

/** Two sentences, one of them ruled with all its evidence, and a ruled part of the other. */
const report: ReportContent = {
  ...sampleReport,
  article: { ...sampleReport.article, text },
  claims: [
    claim(1, 0, 24, { ruling, wording: "The Eiffel Tower is 324 metres tall" }),
    claim(2, 25, 55, { disposition: "opinion" }),
    claim(3, 25, 42, { kind: "part", ruling: ruling ? { ...ruling, verdict: "true" } : null }),
  ],
};

async function bringIn(name: string, content: string | Uint8Array, policy?: "double_blind") {
  const done = await importDelivery(
    desk.editor.actor,
    { workspace: desk.slug },
    {
      from: "file",
      receive: async (take) => {
        const bytes = Buffer.from(content);
        const pieces = (async function* () {
          yield await Promise.resolve(bytes);
        })();
        const taken = await take({ name, mediaType: "", content: pieces });
        return { taken, fields: policy ? { policy } : {}, operation: null };
      },
    },
  );
  if (done.outcome !== "started") throw new Error("One article came in");
  const { jobId } = done;
  await runImport({ workspaceId: desk.workspaceId, jobId }, new AbortController().signal);
  return getJob(desk.editor.actor, { workspace: desk.slug, jobId });
}

async function found() {
  const claims = await db().claim.findMany({
    where: { workspaceId: desk.workspaceId },
    orderBy: [{ articleId: "asc" }, { start: "asc" }, { end: "desc" }],
    include: {
      annotations: {
        include: { versions: { include: { citations: { include: { source: true } }, searches: true } } },
      },
    },
  });
  return claims.map(({ kind, text: words, disposition, state, annotations }) => ({
    kind,
    words,
    disposition,
    state,
    verdicts: annotations.flatMap(({ versions }) => versions.map(({ verdict }) => verdict)),
    cited: annotations.flatMap(({ versions }) =>
      versions.flatMap(({ citations }) => citations.map(({ source, stance }) => `${stance} ${source.title}`)),
    ),
    searches: annotations.flatMap(({ versions }) => versions.flatMap(({ searches }) => searches.length)),
  }));
}

describe("a report that is brought in", () => {
  it("is cut as it was, and each ruling waits as an annotation for a colleague", async () => {
    expect(await bringIn("report.json", await writeReport("json", report))).toMatchObject({
      state: "done",
      articles: 1,
      claims: 2,
      annotations: 2,
      errorCount: 0,
    });
    const cited = ruling?.citations.map(({ stance, title }) => `${stance} ${title}`);
    expect(await found()).toEqual([
      {
        ...{ kind: "sentence", words: text.slice(0, 24), disposition: "to_check", state: "submitted" },
        ...{ verdicts: ["mostly_true"], cited, searches: [1] },
      },
      {
        ...{ kind: "sentence", words: text.slice(25), disposition: "opinion", state: "disposed" },
        ...{ verdicts: [], cited: [], searches: [] },
      },
      {
        ...{ kind: "part", words: "It opened in 1889", disposition: "to_check", state: "submitted" },
        ...{ verdicts: ["true"], cited, searches: [1] },
      },
    ]);
    const [annotation] = await db().annotation.findMany({ where: { workspaceId: desk.workspaceId } });
    expect(annotation).toMatchObject({ memberId: desk.editor.memberId, submittedVersion: 1 });
    // Both citations of an address lead to one source.
    const addresses = new Set(ruling?.citations.flatMap(({ url }) => url ?? []));
    const where = { workspaceId: desk.workspaceId, canonicalUrl: { not: null } };
    expect(await db().source.count({ where })).toBe(addresses.size);
    const events = { workspaceId: desk.workspaceId, type: "annotation.submitted" };
    expect(await db().event.count({ where: events })).toBe(2);
  });

  it.each([
    ["jsonl", "report.jsonl", ["mostly_true", "true"]],
    ["csv", "report.csv", ["mostly_true", "true"]],
    ["webannotation", "report.json", ["mostly_true", "true"]],
    // A magazine's "fix" is plainest read as false.
    ["spreadsheet", "report.xlsx", ["false", "true"]],
    ["averitec", "report.json", ["true", "true"]],
    ["labelstudio", "report.json", ["mostly_true", "true"]],
    ["doccano", "report.jsonl", ["mostly_true", "true"]],
  ])("may come as %s", async (format, name, verdicts) => {
    const done = await bringIn(name, await writeReport(format, report));
    expect(done).toMatchObject({ state: "done", articles: 1, annotations: 2, errors: [] });
    expect((await found()).flatMap((one) => one.verdicts)).toEqual(verdicts);
  });

  it("tells what it could not take over, and brings in the rest", async () => {
    const strange = claim(1, 0, 24, { ruling: ruling ? { ...ruling, verdict: "pants_on_fire" } : null });
    const other = { ...report, claims: [strange, claim(2, 25, 55, {})] };
    const done = await bringIn("report.json", await writeReport("json", other));
    expect(done).toMatchObject({ articles: 1, claims: 2, annotations: 0, errorCount: 1 });
    expect(done.errors[0]?.message).toMatch(/^Brought in, but not all of it\. .*claim 1 .*“pants_on_fire”/);
  });

  it("with a mark on a line that means nothing is refused by that line; the other articles come in", async () => {
    const sheet = [
      ["Fact", "Method", "Source", "Date", "OK", "Note"],
      ["It is 3 m.", "", "", "", "ok", ""],
      ["It is 4 m.", "", "", "", "banana", ""],
    ];
    await expect(bringIn("sheet.xlsx", xlsxOf(sheet))).rejects.toThrow(/Line 3: .*banana/);
    const [one, two, three] = new TextDecoder().decode(await writeReport("jsonl", report)).split("\n");
    const lines = [one, two, '{"title":"Another","text":"It is new."}', three?.replace('"part"', '"half"')];
    expect(await bringIn("mixed.jsonl", lines.join("\n"))).toMatchObject({
      articles: 2,
      annotations: 1,
      errors: [{ line: 4 }],
    });
  });

  it("under a blind policy tells nobody but its sender that it said anything of claims", async () => {
    const strange = claim(2, 25, 55, { ruling: ruling && { ...ruling, verdict: "pants_on_fire" } });
    const bytes = await writeReport("json", { ...report, claims: [claim(1, 0, 24, { ruling }), strange] });
    const bare = await writeReport("json", {
      ...report,
      claims: [claim(1, 0, 24, {}), claim(2, 25, 55, {})],
    });
    const own = await bringIn("report.json", bytes, "double_blind");
    expect(own).toMatchObject({ annotations: 1, errorCount: 1 });
    const seen = async (jobId: string) => {
      const target = { workspace: desk.slug, jobId };
      const { actor } = desk.owner;
      const { id: _, createdAt: __, finishedAt: ___, ...job } = await getJob(actor, target);
      return { job, errors: await listJobErrors(actor, target, { after: 0, limit: 10 }) };
    };
    const other = await bringIn("report.json", bare, "double_blind");
    expect(await seen(own.id)).toEqual({
      ...(await seen(other.id)),
      // The text is here already.
      job: { ...(await seen(other.id)).job, articles: 1, claims: 2 },
    });
  });

  it("is brought in once, however often its job is run", async () => {
    const bytes = await writeReport("json", report);
    await bringIn("report.json", bytes);
    const again = await bringIn("report.json", bytes);
    expect(again).toMatchObject({ articles: 0, annotations: 0, errorCount: 1 });
    expect(await db().annotation.count({ where: { workspaceId: desk.workspaceId } })).toBe(2);
  });
});
