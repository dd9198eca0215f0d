import "server-only";
import { agreementQuerySchema, differingQuerySchema } from "@/lib/core/agreement/report";
import { articleParams, workspaceParams } from "../../http/params";
import { agreementReport, differingClaim } from "../answers/agreement";
import { insights } from "../answers/insights";
import { pageOf } from "../answers/lists";
import { endpoint } from "../endpoint";

export const listDiffering = endpoint({
  id: "listDiffering",
  method: "GET",
  path: "/workspaces/{workspace}/agreement/differing",
  room: "agreement",
  summary: "Claims on which two verdicts stood beside each other",
  permission: "annotation.read",
  params: workspaceParams,
  query: differingQuerySchema,
  answers: { 200: pageOf(differingClaim) },
});

export const getDeskAgreement = endpoint({
  id: "getDeskAgreement",
  method: "GET",
  path: "/workspaces/{workspace}/agreement",
  room: "agreement",
  summary: "How far people agree, over the whole desk",
  permission: "annotation.read",
  params: workspaceParams,
  query: agreementQuerySchema,
  answers: { 200: agreementReport },
});

export const getArticleAgreement = endpoint({
  id: "getArticleAgreement",
  method: "GET",
  path: "/workspaces/{workspace}/articles/{article}/agreement",
  room: "agreement",
  summary: "How far people agree on one article",
  permission: "annotation.read",
  params: articleParams,
  query: agreementQuerySchema,
  answers: { 200: agreementReport },
});

export const getInsights = endpoint({
  id: "getInsights",
  method: "GET",
  path: "/workspaces/{workspace}/insights",
  room: "agreement",
  summary: "Progress, verdicts, time and calibration of the desk",
  permission: "article.read",
  params: workspaceParams,
  answers: { 200: insights },
});
