import { findOption, type Scale } from "../verdicts/scale";
import type { ReportClaim } from "./content";
import type { ReportChange } from "./difference";

/** How a ruling came about, after "Decided". */
export const methodWords = {
  agreement: "by agreement",
  panel: "by panel vote",
  adjudication: "by adjudication",
} as const;

/** Where a claim without a ruling stands. */
export function standingWords({ disposition }: Pick<ReportClaim, "disposition">): string {
  return disposition === "to_check" ? "No ruling yet" : disposition.replaceAll("_", " ");
}

/** What changed of a claim since the report before, as a sentence. */
export function changeWords(change: ReportChange, scale: Pick<Scale, "options">): string {
  const label = (key: string | null) => (findOption(scale, key)?.label ?? key ?? "").toLowerCase();
  const claim = `Claim ${change.ordinal}`;
  switch (change.kind) {
    case "verdict":
      return `${claim} went from “${label(change.before)}” to “${label(change.after)}”.`;
    case "reasons":
      return `${claim} has other reasons or evidence; the verdict stays “${label(change.after)}”.`;
    case "withdrawn":
      return `${claim} has no verdict any more; it was “${label(change.before)}”.`;
    case "added":
      return `${claim} is new: “${label(change.after)}”.`;
    case "words":
      return `${claim} has other words; the verdict is “${label(change.after)}”.`;
    case "removed":
      return `${claim} of the report before, “${label(change.before)}”, is no longer in the article.`;
  }
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** The day of an ISO moment (in UTC), such as 2 May 2026. */
export function dayWords(moment: string): string {
  const [year = "", month = "", day = ""] = moment.slice(0, 10).split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}`;
}
