import type { QueueKind } from "@/lib/core/queue/queue";

/** What a part of the queue is called, and what stands there when it is empty. */
export const queueWords: Record<QueueKind, { readonly name: string; readonly empty: string }> = {
  changes_requested: {
    name: "Changes asked for",
    empty: "Nobody asks you for changes. What a reviewer sends back stands here.",
  },
  disputed: {
    name: "Disputed",
    empty:
      "No dispute waits for you. When two members differ, it stands here for an editor who is no party to it.",
  },
  mentions: {
    name: "Mentions",
    empty:
      "No note waits for your answer. A note with @ and your name stands here until you answer or it is resolved.",
  },
  assigned: {
    name: "Assigned to me",
    empty:
      "Nothing is assigned to you. Open an article and check its next claim, or see what waits for review.",
  },
  to_review: {
    name: "To review",
    empty: "Nothing waits for your review. What colleagues submit stands here.",
  },
  stale: {
    name: "Stale",
    empty:
      "No claim that you have judged has changed since. After a new version of an article they stand here.",
  },
  returned: {
    name: "Came back",
    empty:
      "No work came back. What somebody skips, or leaves too long, stands here to be given to somebody else.",
  },
  unassigned: {
    name: "Nobody’s yet",
    empty: "Every claim that is to be checked has been given to somebody, or is done.",
  },
};
