/** The steps of a save, by the statements that the program sends for them, and what can befall each. */

export const faultPoints = [
  "begin",
  "key",
  "lock",
  "read",
  "version",
  "event",
  "answer_kept",
  "commit",
  "after_commit",
] as const;
export type FaultPoint = (typeof faultPoints)[number];

export const faultActions = ["cut", "kill", "freeze", "error"] as const;
export type FaultAction = (typeof faultActions)[number];

export type Cell = { readonly point: FaultPoint; readonly action: FaultAction };

const statementAt: Readonly<Record<FaultPoint, RegExp>> = {
  begin: /^begin/i,
  key: /insert into idempotency_key/i,
  lock: /select 1 from claim where .* for no key update/is,
  read: /^\s*\/\* plan: facts of a claim/i,
  version: /insert into annotation_version/i,
  event: /insert into event .*\bpg_notify\(/is,
  answer_kept: /update idempotency_key set response/i,
  commit: /^commit/i,
  after_commit: /^commit/i,
};

export function isAt(point: FaultPoint, statement: string): boolean {
  return statementAt[point].test(statement);
}

/** Whether the statement belongs to no transaction unless one was begun before it: reads happen outside of saves too. */
export function wantsTransaction(point: FaultPoint): boolean {
  return point !== "begin";
}

/** Every step with everything that can befall it. What is committed cannot be refused any more. */
export const allCells: readonly Cell[] = faultPoints.flatMap((point) =>
  faultActions
    .filter((action) => point !== "after_commit" || action !== "error")
    .map((action) => ({ point, action })),
);

export function nameOf({ point, action }: Cell): string {
  return `${point} × ${action}`;
}
