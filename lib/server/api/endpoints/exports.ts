import "server-only";
import { exportInputSchema } from "@/lib/core/jobs/export-job";
import { articleParams, exportParams } from "../../http/params";
import { exportProgress, startedExport } from "../answers/exports";
import { pageOf } from "../answers/lists";
import { reportMedia } from "../answers/reports";
import { endpoint } from "../endpoint";

export const startExport = endpoint({
  id: "startExport",
  method: "POST",
  path: "/workspaces/{workspace}/articles/{article}/exports",
  room: "reports",
  summary: "Has a long export written for later",
  permission: "report.read",
  params: articleParams,
  body: exportInputSchema,
  answers: { 202: startedExport },
});

export const listExports = endpoint({
  id: "listExports",
  method: "GET",
  path: "/workspaces/{workspace}/articles/{article}/exports",
  room: "reports",
  summary: "One's own exports of an article that are, or will be, kept for some days",
  permission: "report.read",
  params: articleParams,
  answers: { 200: pageOf(exportProgress) },
});

export const getExport = endpoint({
  id: "getExport",
  method: "GET",
  path: "/workspaces/{workspace}/exports/{export}",
  room: "reports",
  summary: "How far an export of one's own is",
  permission: "report.read",
  params: exportParams,
  answers: { 200: exportProgress },
});

export const getExportFile = endpoint({
  id: "getExportFile",
  method: "GET",
  path: "/workspaces/{workspace}/exports/{export}/file",
  room: "reports",
  summary: "The file of an export of one's own, once it is ready",
  permission: "report.read",
  params: exportParams,
  answers: { 200: { media: reportMedia } },
});
