import { readdirSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { reportFormats } from "@/lib/core/formats/catalogue";
import { changeClaim } from "@/lib/server/claims/commands";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { origin } from "@/lib/server/env";
import { writeNote } from "@/lib/server/notes/commands";
import { readPdf } from "@/lib/server/reading/readers/pdf";
import { publishReport } from "@/lib/server/reports/commands";
import { reviewAnnotation } from "@/lib/server/review/commands";
import { annotate, cite, createArticle, createDesk, type Desk } from "@/seeds/factories";

const canary = "Canary-4711";

/** How everything under /r is asked for; a route that is not here fails. Null for what has no text. */
const routes: Readonly<Record<string, readonly string[] | null>> = {
  "[report]/[number]": [""],
  "[report]/[number]/card": [""],
  "[report]/[number]/export": [...reportFormats.map(({ key }) => key), "pdf"].map((key) => `?format=${key}`),
  // Drawn from the same content as the page.
  "[report]/[number]/picture": null,
  "[report]/claims/[claim]": [""],
  "feeds/[workspace]": [""],
  oembed: ["?url={report}"],
  "fonts/[file]": null,
};

type Route = {
  readonly GET: (request: Request, context: { readonly params: Promise<unknown> }) => Promise<Response>;
};

let desk: Desk;
let params: Readonly<Record<string, string>>;

/** A published report of a desk in which everything that is not published carries the canary. */
beforeAll(async () => {
  desk = await createDesk();
  const { id, claims } = await createArticle(desk);
  const [first = "", second = "", third = ""] = claims.map((claim) => claim.id);
  await createArticle(desk, { title: canary, text: `${canary} is not published.` });
  const citation = await cite(desk.slug, desk.reviewer1, { title: "Road atlas" }, { quote: "112 m" });
  const searches = [{ query: "bridge", place: "atlas", sought: "refutes" as const, outcome: "Nothing" }];
  const found = { verdict: "true", rationale: "It says so", citations: [citation], searches };
  for (const claimId of [first, second]) {
    await annotate(desk.slug, desk.reviewer1, claimId, { ...found, rationale: `${canary} in a first draft` });
    await annotate(desk.slug, desk.reviewer1, claimId, { ...found, submit: true });
    const { colleagues } = await getClaimDetail(desk.editor.actor, { workspace: desk.slug, claimId });
    const [given] = colleagues;
    if (given?.sight !== "full") throw new Error("There is nothing to approve");
    await reviewAnnotation(
      desk.editor.actor,
      { workspace: desk.slug, annotationId: given.id },
      { decision: "approve", reasons: [], comment: `${canary} in a review`, version: given.version },
    );
  }
  const target = { workspace: desk.slug, claimId: third, baseVersion: 1 };
  await changeClaim(desk.editor.actor, target, {
    disposition: "opinion",
    dispositionReason: `${canary} in a reason`,
  });
  const published = await publishReport(desk.editor.actor, { workspace: desk.slug, articleId: id });
  if (published.outcome !== "published") throw new Error(published.outcome);
  const hidden = await cite(desk.slug, desk.reviewer2, { title: `${canary} source` }, { quote: canary });
  await annotate(desk.slug, desk.reviewer2, first, {
    verdict: "false",
    rationale: `${canary} in a second opinion`,
    citations: [hidden],
    searches: [{ query: canary, place: canary, outcome: canary }],
  });
  await writeNote(
    desk.editor.actor,
    { workspace: desk.slug, claimId: first },
    { body: `${canary} in a note` },
  );
  params = { report: published.slug, number: "1", claim: first, workspace: desk.slug };
});

const fill = (text: string) =>
  text
    .replace("{report}", encodeURIComponent(`${origin()}/r/${params["report"] ?? ""}/1`))
    .replaceAll(/\[(\w+)\]/g, (_, name: string) => params[name] ?? "");

/** All text of an answer, unpacked. */
async function textOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get("content-type") ?? "";
  const headers = [...response.headers].map((pair) => pair.join(": ")).join("\n");
  if (type === "application/pdf") return `${headers}${(await readPdf(bytes)).text}`;
  const isPacked = type.includes("openxmlformats");
  const parts = isPacked ? Object.values(unzipSync(bytes)) : [bytes];
  return headers + parts.map((part) => new TextDecoder().decode(part)).join("\n");
}

describe("what a reader can get of a desk", () => {
  const here = "app/(public)/r";

  it("is all asked for here", () => {
    const found = readdirSync(here, { recursive: true, encoding: "utf8" })
      .filter((path) => /\/route\.tsx?$/.test(path))
      .map((path) => path.replace(/\/route\.tsx?$/, ""));
    expect(found.toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  const asked = Object.entries(routes).flatMap(([path, queries]) =>
    (queries ?? []).map((query) => [path, query] as const),
  );
  it.each(asked)("%s%s says what is published and not a word more", async (path, query) => {
    const { GET } = (await import(/* @vite-ignore */ join(process.cwd(), here, path, "route.ts"))) as Route;
    const address = `${origin()}/r/${fill(path)}${fill(query)}`;
    const response = await GET(new Request(address), { params: Promise.resolve(params) });
    expect(response.status).toBe(200);
    const text = await textOf(response);
    expect(text.length).toBeGreaterThan(200);
    expect(text).not.toMatch(new RegExp(canary, "i"));
    for (const { memberId, actor } of [desk.owner, desk.editor, desk.reviewer1, desk.reviewer2]) {
      for (const secret of [memberId, actor.userId, actor.email, actor.name]) {
        expect(text).not.toContain(secret);
      }
    }
  });
});
