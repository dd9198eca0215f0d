import "server-only";
import { z } from "zod";
import { jobParams, workspaceParams } from "../../http/params";
import { jobProblem, jobProgress } from "../answers/jobs";
import { idOnly, pageOf } from "../answers/lists";
import { endpoint } from "../endpoint";

export const listJobs = endpoint({
  id: "listJobs",
  method: "GET",
  path: "/workspaces/{workspace}/jobs",
  room: "jobs",
  summary: "Imports that run or ran lately",
  permission: "article.import",
  params: workspaceParams,
  answers: { 200: pageOf(jobProgress) },
});

export const getJob = endpoint({
  id: "getJob",
  method: "GET",
  path: "/workspaces/{workspace}/jobs/{job}",
  room: "jobs",
  summary: "How far an import is",
  permission: "article.import",
  params: jobParams,
  answers: { 200: jobProgress },
});

export const listJobErrors = endpoint({
  id: "listJobErrors",
  method: "GET",
  path: "/workspaces/{workspace}/jobs/{job}/errors",
  room: "jobs",
  summary: "Lines of a file that could not be brought in",
  permission: "article.import",
  params: jobParams,
  /** The cursor is the line that was read last. */
  query: z.strictObject({
    cursor: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  answers: { 200: pageOf(jobProblem) },
});

export const cancelJob = endpoint({
  id: "cancelJob",
  method: "POST",
  path: "/workspaces/{workspace}/jobs/{job}/cancel",
  room: "jobs",
  summary: "Ends an import: what has come in stays",
  permission: "article.import",
  params: jobParams,
  body: z.strictObject({}),
  answers: { 200: idOnly },
});
