import type { AnnotationContent } from "@/lib/core/annotations/annotation";

export type UndoEntry = { readonly claimId: string; readonly before: AnnotationContent };

const deepest = 200;

/** What was there before each change of this visit, over all claims, newest last. */
export class UndoStack {
  private entries: UndoEntry[] = [];

  push(entry: UndoEntry): void {
    this.entries = [...this.entries, entry].slice(-deepest);
  }

  pop(): UndoEntry | null {
    return this.entries.pop() ?? null;
  }
}
