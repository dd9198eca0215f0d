/** A line of history as it is sealed: all that the database keeps of it, and what it means. */
export type SealedEvent = {
  readonly workspaceId: string;
  readonly id: bigint;
  readonly type: string;
  readonly actorId: string | null;
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly entityId: string;
  readonly payload: unknown;
  readonly requestId: string | null;
  readonly createdAt: Date;
};

/** What a workspace's first line is hashed together with. */
export function chainBeginning(workspaceId: string): string {
  return `assay-history/1\n${workspaceId}`;
}

/** The same line gives the same text, whoever writes it out: an array, so that nothing depends on names or order. */
export function canonicalLine(event: SealedEvent): string {
  const { workspaceId, id, type, actorId, articleId, claimId, entityId, payload, requestId, createdAt } =
    event;
  const told = [workspaceId, String(id), type, actorId, articleId, claimId, entityId, payload, requestId];
  return JSON.stringify([...told, createdAt.toISOString()].map(withSortedKeys));
}

/** PostgreSQL gives back the members of an object in an order of its own. */
function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, withSortedKeys(member)]),
  );
}

/** How a chain can be broken, and what the first broken line says of it. */
export const chainBreaks = [
  /** The line, or its seal, says something else than when it was sealed. */
  "changed",
  /** The line was sealed and is gone. */
  "line_missing",
  /** A number in the chain is left out. */
  "seal_missing",
  /** The chain ends earlier, or otherwise, than its record says. */
  "end_missing",
  /** A line that stands between sealed ones has no seal: it was put there later. */
  "line_added",
  /** The chain does not hold the seal that somebody wrote down. */
  "other_chain",
] as const;
export type ChainBreak = (typeof chainBreaks)[number];

export type ChainVerdict =
  | { readonly holds: true; readonly lines: number; readonly hash: string | null }
  | {
      readonly holds: false;
      readonly broken: ChainBreak;
      readonly number: string | null;
      readonly eventId: string | null;
    };

/** What a break means, for people. */
export const chainBreakWords: Readonly<Record<ChainBreak, string>> = {
  changed: "This line says something else than when it was sealed.",
  line_missing: "This line was sealed and is gone.",
  seal_missing: "The chain leaves out a number here.",
  end_missing: "The chain does not end where its record says that it ends.",
  line_added: "This line has no seal though lines after it have: it was put there later.",
  other_chain: "The chain does not hold the seal that you gave.",
};
