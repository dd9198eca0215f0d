import { expect, it } from "vitest";
import { sampleReport } from "@/seeds/report-content";
import type { ReportClaim } from "./content";
import { needsReason, reportDifference } from "./difference";

const [first, second, third] = sampleReport.claims as [ReportClaim, ReportClaim, ReportClaim];
const kinds = (claims: readonly ReportClaim[]) =>
  reportDifference(sampleReport, { ...sampleReport, claims: [...claims] }).map(({ ordinal, kind }) => [
    ordinal,
    kind,
  ]);
const rest = sampleReport.claims.slice(1);
const ruling = (more: object) => (first.ruling ? { ...first, ruling: { ...first.ruling, ...more } } : first);

it("tells what changed of a claim, the gravest first", () => {
  expect(kinds(sampleReport.claims)).toEqual([]);
  expect(kinds([ruling({ verdict: "false", rationale: "x" }), ...rest])).toEqual([[1, "verdict"]]);
  expect(kinds([ruling({ rationale: "x" }), ...rest])).toEqual([[1, "reasons"]]);
  expect(kinds([ruling({ decidedAt: "2027-01-01T00:00:00.000Z" }), ...rest])).toEqual([]);
  expect(kinds([{ ...first, text: "Other words." }, ...rest])).toEqual([[1, "words"]]);
  expect(kinds([{ ...first, ruling: null }, ...rest])).toEqual([[1, "withdrawn"]]);
  expect(kinds(rest)).toEqual([[1, "removed"]]);
  expect(kinds([first, second, { ...third, ruling: first.ruling }])).toEqual([[3, "added"]]);
});

it("a reason is owed for what was said before, not for what is new", () => {
  const added = { ...sampleReport, claims: [first, second, { ...third, ruling: first.ruling }] };
  expect(needsReason(reportDifference(sampleReport, added))).toBe(false);
  expect(needsReason(reportDifference(sampleReport, { ...sampleReport, claims: [second] }))).toBe(true);
});
