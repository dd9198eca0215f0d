import { z } from "zod";

/** What a browser refused on a page of ours, without a word of what stood on it or in its address. */
export type Violation = {
  /** "script-src-elem" and the like; "unknown" for what is no name of a directive. */
  readonly directive: string;
  /** The origin of what was refused, or a keyword such as "inline"; "other" for anything else. */
  readonly blocked: string;
  /** Where, with a star for each part of the path that names something: ids, desks, the secret of a link. */
  readonly path: string;
};

const text = z.string().max(4_000);

/** What `report-uri` is sent. */
const oldReport = z.object({
  "csp-report": z.object({
    "document-uri": text,
    "blocked-uri": text.optional(),
    "effective-directive": text.optional(),
    "violated-directive": text.optional(),
  }),
});

/** What `report-to` is sent, reports of other kinds among them. */
const newReports = z
  .array(
    z.object({
      type: z.string(),
      body: z
        .object({
          documentURL: text.optional(),
          blockedURL: text.optional(),
          effectiveDirective: text.optional(),
        })
        .nullish(),
    }),
  )
  .max(100);

const mostTold = 10;

/**
 * The violations of pages at `origin` that a report tells of, 10 at most. Anybody may send one: nothing of it is passed on
 * but names of a form that is known. @returns null for what is no report of either kind
 */
export function readViolations(report: unknown, origin: string): readonly Violation[] | null {
  const told = readOld(report) ?? readNew(report);
  return told?.flatMap((one) => violationOf(one, origin) ?? []).slice(0, mostTold) ?? null;
}

type Told = {
  readonly document: string | undefined;
  readonly blocked: string | undefined;
  readonly directive: string | undefined;
};

function readOld(report: unknown): readonly Told[] | null {
  const read = oldReport.safeParse(report);
  if (!read.success) return null;
  const told = read.data["csp-report"];
  const directive = told["effective-directive"] ?? told["violated-directive"]?.split(" ")[0];
  return [{ document: told["document-uri"], blocked: told["blocked-uri"], directive }];
}

function readNew(report: unknown): readonly Told[] | null {
  const read = newReports.safeParse(report);
  if (!read.success) return null;
  return read.data
    .filter(({ type }) => type === "csp-violation")
    .map(({ body }) => ({
      document: body?.documentURL,
      blocked: body?.blockedURL,
      directive: body?.effectiveDirective,
    }));
}

function violationOf(
  { document = "", blocked = "", directive = "" }: Told,
  origin: string,
): Violation | null {
  const page = URL.canParse(document) ? new URL(document) : null;
  if (page?.origin !== origin) return null;
  return {
    directive: /^[a-z-]{1,40}$/.test(directive) ? directive : "unknown",
    blocked: originOf(blocked),
    path: page.pathname
      .split("/")
      .slice(0, 12)
      .map((part) => (ourWords.has(part) ? part : "*"))
      .join("/"),
  };
}

const keywords: ReadonlySet<string> = new Set(["inline", "eval", "wasm-eval", "self", "data", "blob"]);

function originOf(blocked: string): string {
  if (keywords.has(blocked)) return blocked;
  const address = URL.canParse(blocked) ? new URL(blocked) : null;
  const isOfWeb = address?.protocol === "https:" || address?.protocol === "http:";
  return address && isOfWeb ? address.origin.slice(0, 260) : "other";
}

/** Parts of our own addresses that name no thing and no person. */
const ourWords: ReadonlySet<string> = new Set(
  [
    "",
    "w",
    "r",
    "sign-in",
    "setup",
    "invitations",
    "reset",
    "docs",
    "articles",
    "new",
    "report",
    "review",
  ].concat(
    ["revisions", "claims", "evidence", "sources", "queue", "notifications", "settings", "keys", "policies"],
    ["scale", "sessions", "tokens", "webhooks", "validate", "bin", "history", "insights", "imports", "card"],
  ),
);
