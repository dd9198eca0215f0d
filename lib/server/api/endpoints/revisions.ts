import "server-only";
import { revisionInputSchema, revisionNumber } from "@/lib/core/anchors/revision";
import { pageQuerySchema } from "../../http/page";
import { articleParams } from "../../http/params";
import { pageOf } from "../answers/lists";
import { revisionResult, revisionSummary, revisionView } from "../answers/revisions";
import { endpoint } from "../endpoint";

export const getRevision = endpoint({
  id: "getRevision",
  method: "GET",
  path: "/workspaces/{workspace}/articles/{article}/revisions/{number}",
  room: "revisions",
  summary: "One version of the text with its claims",
  permission: "article.read",
  params: articleParams.extend({ number: revisionNumber }),
  answers: { 200: revisionView },
});

export const listRevisions = endpoint({
  id: "listRevisions",
  method: "GET",
  path: "/workspaces/{workspace}/articles/{article}/revisions",
  room: "revisions",
  summary: "Versions of an article's text",
  permission: "article.read",
  params: articleParams,
  query: pageQuerySchema,
  answers: { 200: pageOf(revisionSummary) },
});

export const applyRevision = endpoint({
  id: "applyRevision",
  method: "POST",
  path: "/workspaces/{workspace}/articles/{article}/revisions",
  room: "revisions",
  summary: "Brings a new version of the text, or says with `dryRun` what it would do",
  permission: "article.change",
  params: articleParams,
  body: revisionInputSchema,
  // The longest text that is taken, with every character escaped.
  maxBytes: 32_000_000,
  version: "for a write",
  answers: { 200: revisionResult, 201: revisionResult },
});
