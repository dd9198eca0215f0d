import type { Requirement } from "../requirement";

const headers = "e2e/harm/headers.harm.ts";
const scripts = "e2e/harm/scripts.harm.ts";
const violations = "lib/server/observing/violations.test.ts";
const contract = "lib/server/http/contract.test.ts";
const formats = "lib/core/formats/report-formats.test.ts";
const walk = "lib/server/api/walk.test.ts";
const readFile = "lib/server/reading/read-file.test.ts";
const everyOperation = "every operation refuses what it should, answers what it says, and never fails";

/** D: what the browser is told, E: content that means harm. */
export const content: readonly Requirement[] = [
  {
    id: "D1",
    says: "A write with a cookie comes from our own pages",
    heldBy: [[contract, "a refused write is a problem document, and nothing happens"]],
  },
  {
    id: "D2",
    says: "The API takes JSON only, and a token's request no cookie",
    heldBy: [
      [walk, everyOperation],
      ["lib/server/tokens/tokens.test.ts", "is judged alone"],
    ],
  },
  {
    id: "D3",
    says: "Reading writes nothing",
    heldBy: [["lib/server/api/matrix.test.ts", "no GET writes a row"]],
  },
  {
    id: "D4",
    says: "No other site may read with credentials",
    heldBy: [[headers, "no answer allows another site's credentials"]],
  },
  {
    id: "D5",
    says: "A content security policy with a fresh nonce for every page, and no violation in Chromium",
    heldBy: [
      [headers, "a thousand pages have a thousand nonces"],
      [scripts, "every screen with every payload"],
      [violations, "writes one line without a word of the page, and answers nothing"],
      [violations, "refuses more than 8 KB and writes nothing"],
      [violations, "takes a burst from an address, then so many from all together, and no more"],
    ],
    thinner:
      "violations in use go to the log, where nobody is woken by them; browsers may keep reports to themselves",
  },
  {
    id: "D6",
    says: "The same protecting headers on every status",
    heldBy: [[headers, "every kind of answer has the same protecting headers"]],
  },
  {
    id: "D7",
    says: "Signing in leads to this site only",
    heldBy: [
      ["lib/client/safe-path.test.ts", "safePath"],
      ["lib/server/auth/cookies.test.ts", "the way back after signing in"],
    ],
  },
  {
    id: "D8",
    says: "Links that people wrote vouch for nothing and tell nothing",
    heldBy: [[scripts, "links to other sites vouch for nothing"]],
  },
  {
    id: "E1",
    says: "No payload runs, in whatever field it was written",
    heldBy: [[scripts, "every screen with every payload"]],
  },
  {
    id: "E2",
    says: "Addresses are http or https, parsed as browsers do",
    heldBy: [
      ["lib/core/sources/source.test.ts", "refuses"],
      [contract, "never with a dangerous one"],
    ],
  },
  {
    id: "E3",
    says: "JSON inside of a page cannot end its script",
    heldBy: [["lib/core/public/public-pages.test.ts", "is not ended by what a claim says"]],
  },
  {
    id: "E4",
    says: "HTML that is brought in becomes text",
    heldBy: [
      [readFile, "gives its article, what it says of itself, and what may not belong to it"],
      [readFile, "nested deeper than anything can follow does no harm"],
      [scripts, "every screen with every payload"],
    ],
  },
  {
    id: "E5",
    says: "No cell of a table begins a formula, and the text comes back as it was",
    heldBy: [
      [formats, "gives any text back exactly, and no cell begins a formula"],
      [formats, "formulas disarmed, quotes doubled"],
    ],
  },
  {
    id: "E6",
    says: "What is written to PDF and HTML fetches nothing",
    heldBy: [
      [formats, "runs nothing and fetches nothing, whatever the claims say"],
      ["lib/core/public/public-pages.test.ts", "runs nothing, and needs nothing from elsewhere"],
      ["lib/server/pdf/report-pdf.test.ts", "is tagged, titled and numbered, and its words can be read back"],
    ],
    thinner: "PDF is set from text by our own code; no browser and no HTML is in it that could fetch",
  },
  {
    id: "E7",
    says: "SQL is written with parameters only",
    heldBy: [["scripts/lint/guards.test.ts", "the habits of the house are guarded"]],
  },
  {
    id: "E8",
    says: "An object where a scalar is meant is refused",
    heldBy: [[walk, everyOperation]],
  },
  {
    id: "E9",
    says: "Filters and orders are the ones that are named; secrets are never selected",
    heldBy: [
      [walk, everyOperation],
      ["lib/server/tokens/tokens.test.ts", "is kept as its hash alone, shown once"],
    ],
  },
  {
    id: "E10",
    says: "Strange JSON, doubled keys, depth and huge numbers are refused, never a failure",
    heldBy: [
      [walk, everyOperation],
      [contract, "a body that never ends is cut off, not read"],
      [headers, "strange requests are refused, never a failure"],
    ],
  },
  {
    id: "E11",
    says: "No text makes a pattern run for long",
    heldBy: [
      ["lib/core/text/check-worthiness.test.ts", "reads a hostile text in one go"],
      ["lib/core/text/language.test.ts", "reads a book no longer than a column"],
      ["scripts/lint/guards.test.ts", "regexp/no-super-linear-backtracking in lib/core/shared/assert.ts"],
    ],
  },
  {
    id: "E12",
    says: "NUL and halves of characters are refused; direction marks are shown",
    heldBy: [
      ["lib/core/text/well-formed.test.ts", "findTextProblem"],
      [walk, everyOperation],
      [
        "lib/server/articles/commands.test.ts",
        "keeps emoji, combining marks, CRLF and bidi controls as they are",
      ],
    ],
  },
  {
    id: "E13",
    says: "The name of a download is written as RFC 6266 wants it",
    heldBy: [[formats, "says the name as RFC 6266 wants it"]],
  },
  {
    id: "E14",
    says: "No name becomes a header of a letter",
    heldBy: [["lib/server/notifications/mail.test.ts", "take no header from a name"]],
  },
  {
    id: "E15",
    says: "What is logged stays one line",
    heldBy: [["lib/server/http/log.test.ts", "what is logged"]],
  },
];
