import { z } from "zod";
import { policyKinds } from "../review/policy";

/** What a file of many articles is to become, as its job keeps it. */
export const importJobInput = z.strictObject({
  fileName: z.string(),
  policy: z.enum(policyKinds),
  /** Whether articles that are here already are left out (and told of), or brought in once more. */
  duplicates: z.enum(["leave_out", "bring_in"]),
});
export type ImportJobInput = z.infer<typeof importJobInput>;

/** What has been brought in so far. */
export const importJobResult = z.object({
  articles: z.number().int().default(0),
  claims: z.number().int().default(0),
  annotations: z.number().int().default(0),
});

export const jobStates = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];

/** A line of the file that was not brought in, and why. */
export type JobProblem = { readonly line: number; readonly message: string };

/** How far a job is; `done` and `total` count records. */
export type JobProgress = {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly fileName: string;
  readonly done: number;
  readonly total: number | null;
  readonly articles: number;
  readonly claims: number;
  /** What the file said of claims, as annotations of whoever brought it in. */
  readonly annotations: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  /** The first of them, in the order of their lines; `errorCount` counts all. */
  readonly errors: readonly JobProblem[];
  readonly errorCount: number;
};

export function isOver(state: JobState): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}
