import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { describe, expect, it, vi } from "vitest";
import { reportFormats } from "@/lib/core/formats/catalogue";
import {
  annotate,
  cite,
  createArticle,
  createDesk,
  sampleText,
  type Desk,
  type Person,
} from "@/seeds/factories";
import type { Actor } from "../auth/actor";
import { sessionCookieName } from "../auth/options";
import { openSession } from "../auth/session-store";
import { changeClaim } from "../claims/commands";
import { db } from "../db/client";
import { env, origin } from "../env";
import { sealHistory } from "../events/sealing";
import { writeNote } from "../notes/commands";
import { applyRevision } from "../revisions/commands";
import { reviewAnnotation } from "./commands";

// Who looks at a page is found from the request's headers, which exist only inside Next.
const looking = vi.hoisted((): { actor: Actor | null } => ({ actor: null }));
vi.mock("@/lib/server/auth/page-actor", () => ({ requireActor: () => Promise.resolve(looking.actor) }));

type Policy = "blind_check" | "double_blind";
type Scene = {
  readonly desk: Desk;
  readonly viewer: Person;
  readonly article: string;
  readonly claim: string;
  /** Of the colleague; of nobody, where they have written nothing. */
  readonly annotation: string;
  readonly imported: string;
  /** A page of the library, and a snapshot of it that the colleague's citation has; of nothing, where there is none. */
  readonly source: string;
  readonly snapshot: string;
};

const workspace = "/api/v1/workspaces/[workspace]";
const ofArticle = (query = "") => [`?article={article}${query}`];

/**
 * How each response that a member can get is asked for, once a query. Whatever answers GET and is not here fails: a new
 * response is asked for in all its ways, or said to know of no claim.
 */
const responses: Readonly<Record<string, readonly string[] | "knows no claim">> = {
  "/api/auth/[...nextauth]": "knows no claim",
  "/api/health": "knows no claim",
  "/api/ready": "knows no claim",
  // Counts of requests by route, for whoever has its token.
  "/api/metrics": "knows no claim",
  "/api/v1/me": [""],
  "/api/v1/me/sessions": [""],
  "/api/v1/openapi.json": "knows no claim",
  [`${workspace}/agreement`]: ["", "?judged=blind&period=week"],
  [`${workspace}/agreement/differing`]: [
    "?a=true&b=true",
    "?a=true&b=false",
    "?a=false&b=false&article={article}",
  ],
  [`${workspace}/annotations/[annotation]/versions/[version]`]: [""],
  [`${workspace}/articles`]: ["", "?limit=1"],
  [`${workspace}/articles/[article]`]: [""],
  [`${workspace}/articles/[article]/agreement`]: [""],
  [`${workspace}/articles/[article]/approvable`]: [""],
  [`${workspace}/articles/[article]/claims`]: [
    "",
    "?id={claim}",
    "?show=to_do",
    "?state=unchecked",
    "?state=submitted",
    "?verdict=none",
    "?assignee={author}",
    "?assignee=nobody",
  ],
  [`${workspace}/articles/[article]/export`]: reportFormats.map(({ key }) => `?format=${key}`),
  [`${workspace}/articles/[article]/exports`]: [""],
  // One's own, and its file is what the export above is.
  [`${workspace}/exports/[export]`]: "knows no claim",
  [`${workspace}/exports/[export]/file`]: "knows no claim",
  [`${workspace}/articles/[article]/revisions`]: [""],
  [`${workspace}/articles/[article]/revisions/[number]`]: [""],
  [`${workspace}/bin`]: "knows no claim",
  [`${workspace}/claims/[claim]`]: [""],
  [`${workspace}/claims/[claim]/annotations`]: [""],
  [`${workspace}/colleagues`]: [""],
  [`${workspace}/events`]: ofArticle(),
  [`${workspace}/history`]: [
    "",
    "?limit=1",
    "?claim={claim}",
    "?type=annotation.submitted",
    "?member={author}&limit=2",
  ],
  [`${workspace}/history/chain`]: [""],
  [`${workspace}/history/export`]: ["?format=csv", "?format=jsonl&claim={claim}"],
  [`${workspace}/house-style`]: [""],
  [`${workspace}/insights`]: [""],
  [`${workspace}/invitations`]: [""],
  // Of an import it tells how far the file is, not what has become of its claims.
  [`${workspace}/jobs`]: [""],
  [`${workspace}/jobs/[job]`]: "knows no claim",
  [`${workspace}/jobs/[job]/errors`]: "knows no claim",
  [`${workspace}/keys`]: [""],
  [`${workspace}/members`]: [""],
  [`${workspace}/notifications`]: [""],
  // A stream that only counts what is unread of the list above, which is compared.
  [`${workspace}/notifications/feed`]: "knows no claim",
  [`${workspace}/notifications/settings`]: [""],
  [`${workspace}/policies`]: [""],
  [`${workspace}/queue`]: [""],
  [`${workspace}/scale`]: [""],
  [`${workspace}/claims/[claim]/similar`]: [""],
  [`${workspace}/search`]: ["?q=bridge", "?q=length&in=notes,sources"],
  // The library is everybody's, with all that is in it: docs/decisions/0009.
  [`${workspace}/sources`]: "knows no claim",
  [`${workspace}/sources/[source]`]: [""],
  [`${workspace}/sources/[source]/snapshots/[snapshot]`]: [""],
  [`${workspace}/tokens`]: [""],
  // Names kinds of events and addresses; what is sent is judged in webhooks.test.ts.
  [`${workspace}/webhooks`]: "knows no claim",
  [`${workspace}/webhooks/[webhook]/deliveries`]: "knows no claim",
  // One's own, and nobody else's.
  [`${workspace}/sources/lookups/[lookup]`]: "knows no claim",
};

const deskPage = "/w/[workspace]";
const pages: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  [deskPage]: [{}],
  [`${deskPage}/articles/new`]: [{}],
  [`${deskPage}/articles/[article]`]: [{}, { claim: "{claim}" }],
  // Title and origin; knows no claim.
  [`${deskPage}/articles/[article]/particulars`]: [],
  [`${deskPage}/articles/[article]/report`]: [{}],
  [`${deskPage}/articles/[article]/review`]: [{}, { claim: "{claim}" }],
  [`${deskPage}/articles/[article]/revisions`]: [{}],
  [`${deskPage}/articles/[article]/revisions/[number]`]: [{}],
  // Titles of articles that are out of reach; knows no claim.
  [`${deskPage}/bin`]: [],
  [`${deskPage}/claims/[claim]/evidence`]: [{}],
  // The library is everybody's, with all that is in it.
  [`${deskPage}/sources`]: [],
  [`${deskPage}/sources/[source]`]: [{}],
  [`${deskPage}/history`]: [{}, { check: "yes", type: "annotation.submitted" }],
  // How far a file is; knows no claim.
  [`${deskPage}/imports/[job]`]: [],
  [`${deskPage}/insights`]: [{}, { a: "true", b: "true", article: "{article}" }],
  [`${deskPage}/notifications`]: [{}],
  [`${deskPage}/notifications/settings`]: [{}],
  [`${deskPage}/queue`]: [{}],
  [`${deskPage}/settings`]: [{}],
  [`${deskPage}/settings/keys`]: [{}],
  [`${deskPage}/settings/policies`]: [{}],
  [`${deskPage}/settings/scale`]: [{}],
  // One's own sign-ins; knows no claim.
  [`${deskPage}/settings/sessions`]: [],
  [`${deskPage}/settings/tokens`]: [{}],
  // Kinds of events and addresses; knows no claim.
  [`${deskPage}/settings/webhooks`]: [],
  [`${deskPage}/validate`]: [{}],
};

type Found = { readonly address: string; readonly file: string };

/** Files of this name below app/, with the addresses that they answer at. */
function findAddresses(folder: string, fileName: string): readonly Found[] {
  const root = join(import.meta.dirname, "../../../app");
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(fileName))
    .map((path) => join(folder, path))
    .map((path) => ({
      file: join(root, path),
      address: `/${path}`.replace(`/${fileName}`, "").replaceAll(/\/\([a-z]+\)/g, ""),
    }));
}

const params = (scene: Scene) => ({
  workspace: scene.desk.slug,
  article: scene.article,
  claim: scene.claim,
  annotation: scene.annotation,
  source: scene.source,
  snapshot: scene.snapshot,
  version: "2",
  number: "1",
});

function fill(text: string, scene: Scene): string {
  return text
    .replaceAll("{article}", scene.article)
    .replaceAll("{claim}", scene.claim)
    .replaceAll("{author}", scene.desk.reviewer1.memberId);
}

type Handlers = {
  readonly GET?: (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
};

async function readResponses(scene: Scene): Promise<readonly string[]> {
  const sid = await openSession(scene.viewer.actor.userId, new Date());
  const token = await encode({ token: { sub: scene.viewer.actor.userId, sid }, secret: env().ASSAY_SECRET });
  const told: string[] = [];
  for (const { address, file } of findAddresses("api", "route.ts")) {
    const asked = responses[address];
    if (asked === undefined || asked === "knows no claim") continue;
    const { GET } = (await import(file)) as Handlers;
    for (const query of asked) {
      const url = origin() + address + fill(query, scene);
      const headers = { cookie: `${sessionCookieName()}=${token}`, "last-event-id": scene.imported };
      const abort = new AbortController();
      const request = new Request(url, { headers, signal: abort.signal });
      const response = await GET?.(request, { params: Promise.resolve(params(scene)) });
      if (!response) continue;
      const body = address.endsWith("/events") ? await readUntilChange(response) : await response.text();
      abort.abort();
      response.headers.delete("x-request-id");
      told.push(`${address}${query} ${response.status} ${JSON.stringify([...response.headers])}\n${body}`);
    }
  }
  return told;
}

/** What a page that was away is told, up to the last thing that happened. */
async function readUntilChange(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("claim.changed")) {
    const next = await reader?.read();
    if (!next || next.done) break;
    text += next.value;
  }
  await reader?.cancel();
  return text;
}

type Page = (props: { params: Promise<unknown>; searchParams: Promise<unknown> }) => Promise<unknown>;

/** What every page passes on to what is shown: the browser gets no more than that, as HTML or as data for React. */
async function readPages(scene: Scene): Promise<readonly string[]> {
  const told: string[] = [];
  looking.actor = scene.viewer.actor;
  for (const { address, file } of findAddresses("(desk)", "page.tsx")) {
    const { default: render } = (await import(file)) as { default: Page };
    for (const query of pages[address] ?? []) {
      const search = Object.fromEntries(
        Object.entries(query).map(([name, value]) => [name, fill(value, scene)]),
      );
      const shown = await render({
        params: Promise.resolve(params(scene)),
        searchParams: Promise.resolve(search),
      }).catch((refused: unknown) => `refused: ${String(refused)}`);
      told.push(`${address} ${JSON.stringify(query)}\n${JSON.stringify(passedOn(shown))}`);
    }
  }
  return told;
}

/** The properties of React's elements, all the way down; functions and React's own fields left out. */
function passedOn(shown: unknown): unknown {
  if (shown instanceof Map) return [...shown].map(passedOn);
  if (Array.isArray(shown)) return shown.map(passedOn);
  if (typeof shown !== "object" || shown === null) return typeof shown === "function" ? null : shown;
  const own = "$$typeof" in shown && "props" in shown ? (shown.props as object) : shown;
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, passedOn(value)]));
}

/** Without what differs between any two desks: ids, numbers of events, times, and the name of the desk. */
function masked(text: string, desk: Desk): string {
  const names = new Map<string, string>();
  return text
    .replaceAll(desk.slug.slice("desk-".length), "desk")
    .replaceAll(
      /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f-]{21}/g,
      (id) => names.get(id) ?? names.set(id, `#${names.size}`).get(id) ?? "",
    )
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "time")
    .replaceAll(/("(?:id|nextCursor)":"|\bid: |^)\d+(?=["\n,])/gm, "$1event");
}

type Told = { readonly verdict: string; readonly stance: "supports" | "refutes" };

/** Two have submitted and an editor has approved; then a new version of the article changes the words. */
async function ruleAndChange(desk: Desk, article: string, claim: string): Promise<void> {
  for (const person of [desk.reviewer1, desk.reviewer2])
    await annotate(desk.slug, person, claim, { verdict: "true", submit: true });
  const { id: annotationId } = await db().annotation.findFirstOrThrow({ where: { claimId: claim } });
  const approval = { decision: "approve" as const, reasons: [], comment: "", version: 1 };
  await reviewAnnotation(desk.editor.actor, { workspace: desk.slug, annotationId }, approval);
  const target = { workspace: desk.slug, articleId: article, baseRevision: 1 };
  await applyRevision(desk.editor.actor, target, { text: sampleText.replace("112", "113") });
}

/** What the job does that keeps the pages of the colleague's annotation. */
async function keepPage(desk: Desk, sourceId: string): Promise<string> {
  const { workspaceId } = desk;
  const { id: snapshotId } = await db().snapshot.create({
    data: {
      workspaceId,
      sourceId,
      url: "https://register.example/7",
      mediaType: "text/html",
      text: "The bridge is 112 m long.",
      sha256: "0",
      forCitation: true,
      takenById: desk.reviewer1.memberId,
    },
  });
  const cited = await db().citation.findMany({ where: { workspaceId, sourceId } });
  await db().citationCheck.createMany({
    data: cited.map(({ id }) => {
      const found = { finding: "exact" as const, foundStart: 14, foundEnd: 19, foundText: "112 m" };
      return { workspaceId, citationId: id, sourceId, snapshotId, ...found };
    }),
  });
  return snapshotId;
}

type Since = "the beginning" | "a change of words";

/** One of two has submitted, or written nothing; then an editor does what everybody hears of. */
async function setScene(
  policy: Policy,
  who: Viewer,
  told: Told | null,
  since: Since = "the beginning",
): Promise<Scene> {
  const desk = await createDesk();
  const { id: article, claims } = await createArticle(desk, { policy });
  const claim = claims[0]?.id ?? "";
  if (since === "a change of words") await ruleAndChange(desk, article, claim);
  // A page that the desk has had for long, and that the colleague cites or does not.
  const page = await cite(
    desk.slug,
    desk.editor,
    { title: "Register", url: "https://register.example/7" },
    { quote: "112 m" },
  );
  if (told) {
    // Under a blind check the evidence is shown, so that a source is part of what must look the same.
    const citation = await cite(
      desk.slug,
      desk.reviewer1,
      { title: "Road atlas" },
      { quote: "112 m", stance: told.stance },
    );
    const rationale = `It says ${told.verdict}.`;
    const content = {
      verdict: told.verdict,
      rationale,
      confidence: 2,
      citations: [citation, { ...page, stance: told.stance }],
    };
    await annotate(desk.slug, desk.reviewer1, claim, { ...content, verdict: "mixed" });
    await annotate(desk.slug, desk.reviewer1, claim, { ...content, submit: true });
  }
  const snapshot = told ? await keepPage(desk, page.sourceId) : randomUUID();
  await writeNote(
    desk.editor.actor,
    { workspace: desk.slug, claimId: claims[1]?.id ?? "" },
    { body: "Who was there?" },
  );
  await changeClaim(
    desk.editor.actor,
    { workspace: desk.slug, claimId: claims[2]?.id ?? "", baseVersion: claims[2]?.version ?? 0 },
    { disposition: "opinion" },
  );
  await sealHistory();
  const { id } = await db().event.findFirstOrThrow({
    where: { articleId: article, type: "article.imported" },
  });
  const written = await db().annotation.findFirst({
    where: { claimId: claim, memberId: desk.reviewer1.memberId },
  });
  const annotation = written?.id ?? randomUUID();
  const seen = { source: page.sourceId, snapshot };
  return { desk, viewer: desk[who], article, claim, annotation, imported: id.toString(), ...seen };
}

type Viewer = "reviewer2" | "owner" | "editor" | "viewer";
const viewers: readonly Viewer[] = ["reviewer2", "owner", "editor", "viewer"];

async function everything(
  policy: Policy,
  who: Viewer,
  told: Told | null,
  since?: Since,
): Promise<readonly string[]> {
  const scene = await setScene(policy, who, told, since);
  const shown = await readPages(scene);
  const answers = await readResponses(scene);
  // An owner may open everything: a page that does not open, or a response that fails, compares nothing.
  if (who === "owner") expect(shown.filter((text) => text.includes("refused: "))).toEqual([]);
  expect(answers.filter((text) => / 5\d\d \[/.test(text.split("\n")[0] ?? ""))).toEqual([]);
  const missing = answers.filter((text) => / 404 \[/.test(text.split("\n")[0] ?? ""));
  expect(missing.filter((text) => !/\/versions\/\[version\]|\/snapshots\/\[snapshot\]/.test(text))).toEqual(
    [],
  );
  return [...answers, ...shown].map((text) => masked(text, scene.desk));
}

const one: Told = { verdict: "true", stance: "supports" };
const other: Told = { verdict: "false", stance: "refutes" };

describe("the inventory", () => {
  it("asks for every response that there is", async () => {
    const found = findAddresses("api", "route.ts");
    const answering: string[] = [];
    for (const { address, file } of found)
      if ("GET" in ((await import(file)) as Handlers)) answering.push(address);
    expect(answering.toSorted()).toEqual(Object.keys(responses).toSorted());
    expect(
      findAddresses("(desk)", "page.tsx")
        .map(({ address }) => address)
        .toSorted(),
    ).toEqual(Object.keys(pages).toSorted());
  });
});

describe("before both have submitted, every response and every page is the same, byte for byte", () => {
  it.each(viewers)("for the %s under blind_check, whatever the verdict is", async (who) => {
    expect(await everything("blind_check", who, one)).toEqual(await everything("blind_check", who, other));
  });

  it.each(viewers)("for the %s under double_blind, whatever was written or not", async (who) => {
    const silent = await everything("double_blind", who, null);
    expect(await everything("double_blind", who, one)).toEqual(silent);
    expect(await everything("double_blind", who, other)).toEqual(silent);
  });

  it.each(["reviewer2", "viewer"] as const)(
    "for the %s under double_blind once ruled words have changed, whether they were judged anew or not",
    async (who) => {
      const silent = await everything("double_blind", who, null, "a change of words");
      expect(await everything("double_blind", who, one, "a change of words")).toEqual(silent);
    },
  );

  it("and afterwards it is not: the comparison sees a difference where there is one", async () => {
    const scenes = await Promise.all([one, other].map((told) => setScene("double_blind", "reviewer2", told)));
    const seen: string[] = [];
    for (const scene of scenes) {
      await annotate(scene.desk.slug, scene.desk.reviewer2, scene.claim, { verdict: "true", submit: true });
      seen.push(masked((await readResponses(scene)).join("\n"), scene.desk));
    }
    expect(seen[0]).not.toBe(seen[1]);
  });
});
