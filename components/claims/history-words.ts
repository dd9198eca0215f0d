import type { HistoryLine } from "@/lib/core/events/event";
import { findOption, type Scale } from "@/lib/core/verdicts/scale";
import { dispositionWords } from "./claim-words";

type Payload = HistoryLine["payload"];

function text(payload: Payload, name: string): string {
  const value = payload[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const decisions: Readonly<Record<string, string>> = {
  approve: "approved",
  request_changes: "asked for changes to",
  comment: "commented on",
  withdraw: "took back the decision on",
};

const fitWords: Readonly<Record<string, string>> = {
  split: "split the claim in two",
  merge: "merged the claim with its neighbours",
  part: "claimed part of the sentence",
  undo: "took a split, a merge or a part back",
};

const kinds: Readonly<Record<string, string>> = {
  annotate: "to annotate it",
  review: "to review it",
  vote: "to vote on it",
};

const phrases: Record<HistoryLine["type"], (payload: Payload, scale: Scale) => string> = {
  "workspace.created": () => "opened the desk",
  "member.invited": (payload) => `invited somebody as ${text(payload, "role")}`,
  "member.invitation_revoked": () => "revoked an invitation",
  "member.role_changed": (payload) =>
    `changed a member’s role from ${text(payload, "before")} to ${text(payload, "after")}`,
  "member.removed": () => "took a member off the desk",
  "member.reset_offered": () => "made a link for a new password",
  "token.made": (payload) => `made the API token “${text(payload, "name")}”, scope ${text(payload, "scope")}`,
  "token.revoked": (payload) => `revoked the API token “${text(payload, "name")}”`,
  "webhook.added": (payload) => `added a webhook at ${text(payload, "host")}`,
  "webhook.changed": () => "changed a webhook",
  "webhook.secret_changed": () => "changed the secret of a webhook",
  "webhook.disabled": (payload) =>
    `added a webhook that was switched off after ${text(payload, "days")} days without a delivery`,
  "webhook.removed": (payload) => `removed the webhook at ${text(payload, "host")}`,
  "scale.changed": (payload) =>
    `set the scale “${text(payload, "name")}”, version ${text(payload, "version")}`,
  "policy.changed": (payload) =>
    `set the policy “${text(payload, "kind")}”, version ${text(payload, "version")}`,
  "workspace.changed": () => "changed the settings of the desk",
  "member.added": (payload) => `joined as ${text(payload, "role")}`,
  "article.imported": (payload) => `brought the article in, ${text(payload, "claims")} claims`,
  "article.revised": (payload) => `brought revision ${text(payload, "number")} of the text`,
  "article.changed": () => "changed the article’s particulars",
  "article.binned": () => "moved the article to the bin",
  "article.restored": () => "took the article out of the bin",
  "claim.changed": (payload) => changeWords(payload),
  "claim.refitted": (payload) => fitWords[text(payload, "operation")] ?? "fitted the claim to the text",
  "annotation.saved": (payload) => `saved version ${text(payload, "version")}`,
  "annotation.submitted": (payload) => `submitted version ${text(payload, "version")}`,
  "review.given": (payload) =>
    `${decisions[text(payload, "decision")] ?? "reviewed"} version ${text(payload, "version")}`,
  "vote.cast": () => "voted",
  "claim.ruled": (payload, scale) =>
    `ruled ${(findOption(scale, text(payload, "verdict"))?.label ?? text(payload, "verdict")).toLowerCase()}, ruling ${text(payload, "number")}`,
  "assignment.made": (payload) => `assigned a member ${kinds[text(payload, "kind")] ?? "to it"}`,
  "assignment.handed_over": () => "handed the work over to a colleague",
  "assignment.withdrawn": () => "took an assignment back",
  "assignment.declined": (payload) => `declined the work: ${text(payload, "reason")}`,
  "assignment.lapsed": () => "left the work too long; it went back to the pool",
  "source.added": (payload) => `added the source “${text(payload, "title")}”`,
  "source.kept": () => "took a snapshot of a source",
  "evidence.kept": (payload) =>
    keptWords(Number(text(payload, "snapshots")), Number(text(payload, "problems"))),
  "note.written": () => "wrote a note",
  "note.changed": () => "edited a note",
  "note.resolved": () => "resolved a note",
  "note.reopened": () => "reopened a note",
  "waiver.asked": () => "asked to let a line of the publish gate pass",
  "waiver.confirmed": () => "agreed to let a line of the publish gate pass",
  "waiver.withdrawn": () => "took back a waiver",
  "report.corrected": (payload) => `corrected the report with number ${text(payload, "number")}`,
  "report.published": (payload) => `published report ${text(payload, "number")}`,
};

function keptWords(snapshots: number, problems: number): string {
  const kept = `has snapshots of ${snapshots} cited ${snapshots === 1 ? "page" : "pages"}`;
  return problems === 0 ? kept : `${kept}; ${problems} could not be kept`;
}

function changeWords(payload: Payload): string {
  type Content = { readonly disposition?: string; readonly wording?: string | null };
  const { before, after } = payload as { readonly before?: Content; readonly after?: Content };
  const disposition = after?.disposition;
  if (disposition !== undefined && disposition !== before?.disposition && disposition in dispositionWords) {
    return `set the claim to “${dispositionWords[disposition as keyof typeof dispositionWords].toLowerCase()}”`;
  }
  return before?.wording === after?.wording
    ? "changed who said it, when or where"
    : "changed the claim’s wording";
}

/** What somebody did, as the rest of a sentence that begins with their name. An unknown event is told by its type. */
export function historyWords(line: HistoryLine, scale: Scale): string {
  const phrase = phrases[line.type] as ((payload: Payload, scale: Scale) => string) | undefined;
  return phrase ? phrase(line.payload, scale) : line.type;
}
