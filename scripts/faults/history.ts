import { appendFileSync, readFileSync } from "node:fs";

export const operationKinds = [
  "save",
  "submit",
  "note",
  "note_change",
  "note_resolve",
  "source",
  "review",
  "vote",
  "ruling",
  "wording",
  "split",
  "undo",
  "assign",
  "article",
  "role",
] as const;
export type OperationKind = (typeof operationKinds)[number];

/** Somebody begins a write. `op` is its idempotency key too, and stands in whatever words it writes. */
export type Invoke = {
  readonly event: "invoke";
  /** Milliseconds of one clock for all clients, which only goes forward. */
  readonly at: number;
  readonly op: string;
  readonly client: number;
  readonly member: string;
  readonly kind: OperationKind;
  /** The claim, note, member … that it is about. */
  readonly target: string;
  readonly base: number | null;
  /** The write whose words this one carries on, because that one came too late. */
  readonly after?: string;
  /** What a role is changed to. */
  readonly role?: string;
};

/** Nobody knows whether it happened: it will be sent again under its key. */
export type Unknown = {
  readonly event: "unknown";
  readonly at: number;
  readonly op: string;
  readonly why: string;
};

/** How it ended: done, too late (somebody had saved before), or refused. */
export type Outcome = {
  readonly event: "ok" | "conflict" | "fail";
  readonly at: number;
  readonly op: string;
  readonly status: number;
  readonly version: number | null;
  /** Of what was made. */
  readonly id: string | null;
};

/** What somebody saw of a claim. */
export type Read = {
  readonly event: "read";
  readonly began: number;
  readonly at: number;
  readonly client: number;
  readonly member: string;
  readonly claim: string;
  readonly ownVersion: number;
  /** The writes whose words were in the answer. */
  readonly seen: readonly string[];
};

/** Two numbers that one writer raises in turn, as an export had them. */
export type Exported = {
  readonly event: "export";
  readonly at: number;
  readonly client: number;
  readonly first: number;
  readonly second: number;
};

/** The program said that it failed, which is never an answer that it owes to a fault around it. */
export type Broken = {
  readonly event: "broken";
  readonly at: number;
  readonly client: number;
  readonly what: string;
};

/** Somebody typed these words into a field of a page, and saw them there. */
export type Typed = {
  readonly event: "typed";
  readonly at: number;
  readonly member: string;
  readonly claim: string;
  readonly words: string;
};

/** The page said that everything which had been typed in it, these words too, is saved. */
export type Shown = { readonly event: "shown"; readonly at: number; readonly words: string };

export type HistoryLine = Invoke | Unknown | Outcome | Read | Exported | Broken | Typed | Shown;

export function openHistory(path: string): (line: HistoryLine) => void {
  return (line) => {
    appendFileSync(path, `${JSON.stringify(line)}\n`);
  };
}

export function readHistory(path: string): readonly HistoryLine[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as HistoryLine);
}

export type Operation = {
  readonly invoke: Invoke;
  readonly outcome: Outcome | null;
  readonly unknowns: number;
};

export function operationsOf(lines: readonly HistoryLine[]): readonly Operation[] {
  const operations = new Map<string, { invoke: Invoke; outcome: Outcome | null; unknowns: number }>();
  for (const line of lines) {
    if (line.event === "invoke") operations.set(line.op, { invoke: line, outcome: null, unknowns: 0 });
    if (!("op" in line)) continue;
    const operation = operations.get(line.op);
    if (!operation) continue;
    if (line.event === "unknown") operation.unknowns += 1;
    else if (line.event !== "invoke") operation.outcome = line;
  }
  return [...operations.values()];
}

/** What a write puts before its words, so that it is found again wherever they end up. */
export function markOf(op: string): string {
  return `⟦${op}⟧`;
}

const mark = /⟦([a-z0-9-]+)⟧/g;

/** What somebody types at a screen: told apart from a write's mark, for a page saves the same words again and again. */
export function typedMark(words: string): string {
  return `⟪${words}⟫`;
}

/** The writes whose words are in a text, in their order. */
export function marksIn(text: string): readonly string[] {
  return [...text.matchAll(mark)].map((found) => found[1] ?? "");
}

/** The write that a text is by: the first mark is its own, those after it are of what it carries on. */
export function writerOf(text: string): string | null {
  return marksIn(text)[0] ?? null;
}
