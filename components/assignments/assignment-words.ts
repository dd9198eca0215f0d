import type { AssignmentKind } from "@/lib/core/assignments/assignment";

export const workWords: Record<AssignmentKind, string> = {
  annotate: "annotate",
  review: "review",
  vote: "vote",
};
