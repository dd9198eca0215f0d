import "server-only";
import { z } from "zod";
import { historyFormats } from "@/lib/core/events/history-file";
import { historyFilterSchema, historyQuerySchema } from "@/lib/core/events/history-query";
import { workspaceParams } from "../../http/params";
import { chainCheck, historyLine } from "../answers/history";
import { pageOf } from "../answers/lists";
import { endpoint } from "../endpoint";

export const checkChain = endpoint({
  id: "checkChain",
  method: "GET",
  path: "/workspaces/{workspace}/history/chain",
  room: "history",
  summary: "Whether the sealed history still holds",
  permission: "history.read",
  params: workspaceParams,
  answers: { 200: chainCheck },
});

export const exportHistory = endpoint({
  id: "exportHistory",
  method: "GET",
  path: "/workspaces/{workspace}/history/export",
  room: "history",
  summary: "The whole history as a file",
  permission: "history.export",
  params: workspaceParams,
  query: historyFilterSchema.extend({ format: z.enum(historyFormats) }),
  answers: { 200: { media: ["text/csv", "application/jsonl"] } },
});

export const listHistory = endpoint({
  id: "listHistory",
  method: "GET",
  path: "/workspaces/{workspace}/history",
  room: "history",
  summary: "The desk's history, newest first, as far as the caller may see it",
  permission: "history.read",
  params: workspaceParams,
  query: historyQuerySchema,
  answers: { 200: pageOf(historyLine) },
});
