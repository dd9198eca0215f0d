import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { AssignmentKind } from "@/lib/core/assignments/assignment";
import type { Disposition } from "@/lib/core/claims/claim";

/** What was there before a change, of one claim or of many that were changed together. */
export type UndoStep =
  | {
      readonly kind: "annotations";
      readonly items: readonly { readonly claimId: string; readonly content: AnnotationContent }[];
    }
  | {
      readonly kind: "dispositions";
      readonly items: readonly { readonly claimId: string; readonly disposition: Disposition }[];
    }
  | {
      /** Work that was given, to be taken back; or that was taken back, to be given again. */
      readonly kind: "work";
      readonly way: "take_back" | "give";
      readonly work: AssignmentKind;
      readonly items: readonly {
        readonly claimId: string;
        readonly memberId: string;
        readonly dueAt: string | null;
      }[];
    }
  | {
      /** A split, a merge or a part, by the number of its line in history. */
      readonly kind: "fit";
      readonly items: readonly { readonly claimId: string; readonly fit: string }[];
    };

/** Where the steps outlive the page: in this tab, for this person at this article. */
export type UndoKeep = {
  readonly read: () => string | null;
  readonly write: (text: string) => void;
};

type Stacks = { readonly undo: readonly UndoStep[]; readonly redo: readonly UndoStep[] };

const deepest = 100;
const empty: Stacks = { undo: [], redo: [] };

/** The changes of this tab to one article, newest last, and those that were undone. They survive going away and a reload. */
export class UndoStack {
  private stacks: Stacks | null = null;
  private readonly keep: UndoKeep;

  constructor(keep: UndoKeep) {
    this.keep = keep;
  }

  /** A new change: what was undone before it cannot be done again. */
  push(step: UndoStep): void {
    this.change({ undo: [...this.read().undo, step].slice(-deepest), redo: [] });
  }

  /** The newest step of this way, taken off. */
  take(way: "undo" | "redo"): UndoStep | null {
    const stacks = this.read();
    const step = stacks[way].at(-1);
    if (!step) return null;
    this.change({ ...stacks, [way]: stacks[way].slice(0, -1) });
    return step;
  }

  /** What leads back from a step that was taken. */
  answer(way: "undo" | "redo", step: UndoStep): void {
    const stacks = this.read();
    const other = way === "undo" ? "redo" : "undo";
    this.change({ ...stacks, [other]: [...stacks[other], step].slice(-deepest) });
  }

  private read(): Stacks {
    this.stacks ??= parse(this.keep.read());
    return this.stacks;
  }

  private change(stacks: Stacks): void {
    this.stacks = stacks;
    this.keep.write(JSON.stringify(stacks));
  }
}

function parse(text: string | null): Stacks {
  if (text === null) return empty;
  try {
    // Written above, by this program or the one before it; a shape that it does not know is passed over where it is used.
    const { undo, redo } = JSON.parse(text) as Partial<Stacks>;
    return { undo: undo ?? [], redo: redo ?? [] };
  } catch {
    return empty;
  }
}

const prefix = "assay-undo";

/** Steps of one member at one article, in the tab's own storage. */
export function keepInTab(owner: {
  readonly workspace: string;
  readonly memberId: string;
  readonly articleId: string;
}): UndoKeep {
  const key = [prefix, owner.workspace, owner.memberId, owner.articleId].join("/");
  return {
    read: () => {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (text) => {
      try {
        sessionStorage.setItem(key, text);
      } catch {
        // Full, or none: then the steps last as long as the page.
        forget(key);
      }
    },
  };
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    return;
  }
}

/** Whoever comes after the person who leaves finds nothing of theirs. */
export function forgetUndoSteps(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(`${prefix}/`)) forget(key);
}
