import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDesk, withKey, type Desk } from "@/seeds/factories";
import { standInWeb, type StandIn } from "@/seeds/stand-in-web";
import { db } from "../db/client";
import { listJobs } from "../jobs/queries";
import { addSource, startLookup } from "./commands";
import { lookUpSource } from "./look-up";
import { getLookup } from "./queries";

let desk: Desk;
let stranger: Desk;
let web: StandIn;

const article = `<!doctype html><html lang="en"><head><title>Bridge opens | The Daily</title>
  <meta property="og:site_name" content="The Daily"><meta name="author" content="By Ada Lane">
  <meta property="article:published_time" content="2020-09-09T10:00:00Z">
  <link rel="canonical" href="/bridge"><script>alert(1)</script></head>
  <body><h1>Bridge opens</h1><p>The bridge is 112 metres long.</p></body></html>`;
const record = {
  title: "On bridges",
  "container-title": "Journal of Spans",
  author: [{ given: "Ada", family: "Lane" }],
  issued: { "date-parts": [[2019, 3]] },
};

const html = { "content-type": "text/html" };
const pages: Readonly<Record<string, RequestListener>> = {
  "/bridge": (_, response) => response.writeHead(200, html).end(article),
  "/video": (_, response) => response.writeHead(200, html).end("<title>A film</title><video></video>"),
  "/hostile": (_, response) =>
    response
      .writeHead(200, html)
      .end(
        `<title>&lt;script&gt;alert(1)&lt;/script&gt; \u202eevil</title><link rel="canonical" href="https://bank.example/"><p>x`,
      ),
  "/doi/10.1000/182": ({ headers }, response) =>
    headers.accept?.includes("citationstyles")
      ? response
          .writeHead(200, { "content-type": "application/vnd.citationstyles.csl+json" })
          .end(JSON.stringify(record))
      : response.writeHead(302, { location: "/bridge" }).end(),
  // A publisher who gives no records sends to the page, whatever is asked for.
  "/doi/10.1000/page": (_, response) => response.writeHead(302, { location: "/bridge" }).end(),
  "/loop": (_, response) => response.writeHead(302, { location: "/loop" }).end(),
  "/inside": (_, response) => response.writeHead(302, { location: "http://127.0.0.2/" }).end(),
  "/picture": (_, response) => response.writeHead(200, { "content-type": "image/png" }).end("x"),
  "/login": (_, response) => response.writeHead(403, html).end("x"),
  "/silent": () => undefined,
  "/endless": (_, response) => {
    response.writeHead(200, html);
    const chunk = Buffer.alloc(64_000, "a");
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", more);
    more();
  },
};

beforeAll(async () => {
  [desk, stranger] = await Promise.all([createDesk(), createDesk()]);
  web = await standInWeb(
    (request, response) =>
      (pages[request.url?.split("?")[0] ?? ""] ?? ((_, other) => other.writeHead(404).end()))(
        request,
        response,
      ),
    { totalMs: 2_000 },
  );
});
afterAll(() => {
  web.close();
});

const here = () => ({ workspace: desk.slug });

async function lookUp(reference: string) {
  const { jobId } = await startLookup(desk.reviewer1.actor, here(), { reference });
  await lookUpSource({ workspaceId: desk.workspaceId, jobId }, web.world);
  return getLookup(desk.reviewer1.actor, { ...here(), jobId });
}

describe("looking up a publication", () => {
  it("by its address finds what the page says of itself, and says when the library has it", async () => {
    const found = {
      url: web.at("/bridge"),
      title: "Bridge opens",
      publisher: "The Daily",
      author: "Ada Lane",
      publishedOn: "2020-09-09",
      medium: "web_text",
    };
    expect(await lookUp(web.at("/bridge?utm_source=x"))).toMatchObject({
      step: "over",
      found,
      known: null,
      problem: null,
    });
    await addSource(desk.editor.actor, here(), { ...found, medium: "web_text" });
    expect(await lookUp(web.at("/bridge"))).toMatchObject({ known: { title: "Bridge opens" } });
  });

  it("needs no text: a film has a title too", async () => {
    expect(await lookUp(web.at("/video"))).toMatchObject({
      found: { title: "A film", publisher: "web.example" },
    });
  });

  it("by its DOI asks the registry, or the page where no record is given", async () => {
    expect(await lookUp("doi:10.1000/182")).toMatchObject({
      found: {
        url: "https://doi.org/10.1000/182",
        title: "On bridges",
        publisher: "Journal of Spans",
        author: "Ada Lane",
        publishedOn: "2019-03",
      },
    });
    expect(await lookUp("10.1000/page")).toMatchObject({
      found: { url: "https://doi.org/10.1000/page", title: "Bridge opens" },
    });
  });

  it("takes no script, no hidden sign's word for it, and no address of somebody else", async () => {
    const { found } = await lookUp(web.at("/hostile"));
    expect(found?.url).toBe(web.at("/hostile"));
    expect(found?.title).not.toMatch(/<script/);
  });

  it.each([
    ["/nothing", /no page/],
    ["/loop", /without arriving/],
    ["/inside", /Nothing could be fetched/],
    ["/picture", /neither a web page/],
    ["/login", /login/],
    ["/silent", /within ten seconds/],
    ["/endless", /5 MB/],
    ["/doi", /no page/],
  ])("says in words why nothing came from %s", async (path, words) => {
    const lookup = await lookUp(web.at(path));
    expect(lookup).toMatchObject({ step: "over", found: null });
    expect(lookup.problem).toMatch(words);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "https://me:secret@web.example/",
    "a phone call",
  ])("refuses %s at once", async (reference) => {
    await expect(startLookup(desk.reviewer1.actor, here(), { reference })).rejects.toMatchObject({
      code: "bad_input",
      fields: [{ field: "/reference" }],
    });
  });

  it("a double click starts one, and nobody has many at a time", async () => {
    const actor = withKey(desk.reviewer2.actor, randomUUID());
    const start = () => startLookup(actor, here(), { reference: web.at("/bridge") });
    const [one, two] = await Promise.all([start(), start()]);
    expect(one).toEqual(two);
    for (let more = 0; more < 4; more += 1) {
      await startLookup(desk.reviewer2.actor, here(), { reference: web.at("/bridge") });
    }
    await expect(
      startLookup(desk.reviewer2.actor, here(), { reference: web.at("/x") }),
    ).rejects.toMatchObject({
      code: "too_many",
    });
    await db().job.updateMany({
      where: { createdById: desk.reviewer2.memberId },
      data: { state: "cancelled" },
    });
  });

  it("done twice finds once, and a look-up is nobody else's", async () => {
    const { jobId } = await startLookup(desk.reviewer1.actor, here(), { reference: web.at("/bridge") });
    const target = { workspaceId: desk.workspaceId, jobId };
    await Promise.all([lookUpSource(target, web.world), lookUpSource(target, web.world)]);
    const before = web.asked.length;
    await lookUpSource(target, web.world);
    expect(web.asked.length).toBe(before);
    const notFound = { code: "not_found" };
    await expect(getLookup(desk.owner.actor, { ...here(), jobId })).rejects.toMatchObject(notFound);
    await expect(getLookup(stranger.owner.actor, { ...here(), jobId })).rejects.toMatchObject(notFound);
    await expect(getLookup(stranger.owner.actor, { workspace: stranger.slug, jobId })).rejects.toMatchObject(
      notFound,
    );
    await expect(
      startLookup(stranger.owner.actor, here(), { reference: web.at("/bridge") }),
    ).rejects.toMatchObject(notFound);
    await expect(
      startLookup(desk.viewer.actor, here(), { reference: web.at("/bridge") }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await listJobs(desk.editor.actor, here())).toEqual([]);
  });
});
