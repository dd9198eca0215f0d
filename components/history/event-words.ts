import type { EventType } from "@/lib/core/events/event";

/** What can be looked for in the history, as a menu says it. */
export const eventWords: Readonly<Partial<Record<EventType, string>>> = {
  "annotation.submitted": "Annotation submitted",
  "annotation.saved": "Annotation saved",
  "review.given": "Review given",
  "vote.cast": "Vote cast",
  "claim.ruled": "Claim ruled",
  "claim.changed": "Claim changed",
  "claim.refitted": "Claim split or merged",
  "note.written": "Note written",
  "note.changed": "Note edited",
  "note.resolved": "Note resolved",
  "note.reopened": "Note reopened",
  "source.added": "Source added",
  "assignment.made": "Work assigned",
  "assignment.handed_over": "Work handed over",
  "assignment.withdrawn": "Assignment taken back",
  "assignment.declined": "Work declined",
  "assignment.lapsed": "Work left too long",
  "article.imported": "Article brought in",
  "article.revised": "New version of a text",
  "article.changed": "Particulars of an article changed",
  "article.binned": "Article binned",
  "article.restored": "Article restored",
  "waiver.asked": "Waiver asked for",
  "waiver.confirmed": "Waiver confirmed",
  "waiver.withdrawn": "Waiver taken back",
  "report.corrected": "Report corrected",
  "report.published": "Report published",
  "webhook.added": "Webhook added",
  "webhook.changed": "Webhook changed",
  "webhook.secret_changed": "Secret of a webhook changed",
  "webhook.disabled": "Webhook switched off",
  "webhook.removed": "Webhook removed",
  "workspace.created": "Desk opened",
  "member.added": "Member joined",
};

/** A kind of event that has no words of its own yet is told by its name. */
export function eventName(type: EventType): string {
  const name = type.replace(".", " ").replaceAll("_", " ");
  return eventWords[type] ?? name.charAt(0).toUpperCase() + name.slice(1);
}
