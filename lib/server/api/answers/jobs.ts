import "server-only";
import { z } from "zod";
import { jobStates, type JobProblem, type JobProgress } from "@/lib/core/jobs/import-job";

export const jobProblem: z.ZodType<JobProblem> = z
  .strictObject({
    line: z.number(),
    message: z.string(),
  })
  .meta({ id: "JobProblem", description: "A line of the file that was not brought in, and why." });

export const jobProgress: z.ZodType<JobProgress> = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    state: z.enum(jobStates),
    fileName: z.string(),
    done: z.number(),
    total: z.number().nullable(),
    articles: z.number(),
    claims: z.number(),
    annotations: z
      .number()
      .describe("What the file said of claims, as annotations of whoever brought it in."),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    errors: z
      .array(jobProblem)
      .describe("The first of them, in the order of their lines; `errorCount` counts all."),
    errorCount: z.number(),
  })
  .meta({ id: "JobProgress", description: "How far a job is; `done` and `total` count records." });
