import "server-only";
import { z } from "zod";
import { waiverInputSchema } from "@/lib/core/report/waiver";
import { articleParams, waiverParams } from "../../http/params";
import { publishInputSchema } from "../../reports/commands";
import {
  askedWaiver,
  nothingToWaive,
  publishedReport,
  reportMedia,
  unchangedReport,
  waiverOutcome,
  withdrawnWaiver,
} from "../answers/reports";
import { endpoint } from "../endpoint";

export const exportReport = endpoint({
  id: "exportReport",
  method: "GET",
  path: "/workspaces/{workspace}/articles/{article}/export",
  room: "reports",
  summary: "The verdict report as it stands, in a format of one's choice",
  permission: "report.read",
  params: articleParams,
  query: z.strictObject({ format: z.string().max(40) }),
  answers: { 200: { media: reportMedia } },
});

export const publishReport = endpoint({
  id: "publishReport",
  method: "POST",
  path: "/workspaces/{workspace}/articles/{article}/reports",
  room: "reports",
  summary: "Publishes the report as the next number, if the gate is open",
  permission: "report.publish",
  params: articleParams,
  body: publishInputSchema,
  answers: { 200: unchangedReport, 201: publishedReport },
});

export const askWaiver = endpoint({
  id: "askWaiver",
  method: "POST",
  path: "/workspaces/{workspace}/articles/{article}/waivers",
  room: "reports",
  summary: "Asks a colleague to let a line of the publish gate pass",
  permission: "report.publish",
  params: articleParams,
  body: waiverInputSchema,
  answers: { 200: nothingToWaive, 201: askedWaiver },
});

export const confirmWaiver = endpoint({
  id: "confirmWaiver",
  method: "POST",
  path: "/workspaces/{workspace}/waivers/{waiver}/confirm",
  room: "reports",
  summary: "Agrees to a waiver that somebody else asked for",
  permission: "report.publish",
  params: waiverParams,
  body: z.strictObject({}),
  answers: { 200: waiverOutcome },
});

export const withdrawWaiver = endpoint({
  id: "withdrawWaiver",
  method: "POST",
  path: "/workspaces/{workspace}/waivers/{waiver}/withdraw",
  room: "reports",
  summary: "Takes a waiver back that nobody has agreed to yet",
  permission: "report.publish",
  params: waiverParams,
  body: z.strictObject({}),
  answers: { 200: withdrawnWaiver },
});
