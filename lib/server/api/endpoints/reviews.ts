import "server-only";
import {
  batchReviewSchema,
  reviewInputSchema,
  rulingInputSchema,
  voteInputSchema,
} from "@/lib/core/annotations/annotation";
import { annotationParams, articleParams, claimParams, workspaceParams } from "../../http/params";
import { approvable, batchReviewResult } from "../answers/annotations";
import { listOf } from "../answers/lists";
import { settledClaim } from "../answers/saved-claims";
import { endpoint } from "../endpoint";

export const reviewAnnotation = endpoint({
  id: "reviewAnnotation",
  method: "POST",
  path: "/workspaces/{workspace}/annotations/{annotation}/reviews",
  room: "reviews",
  summary: "Reviews a colleague's annotation",
  permission: "annotation.review",
  params: annotationParams,
  body: reviewInputSchema,
  stale: "412",
  answers: { 201: settledClaim },
});

export const listApprovable = endpoint({
  id: "listApprovable",
  method: "GET",
  path: "/workspaces/{workspace}/articles/{article}/approvable",
  room: "reviews",
  summary: "What the caller may approve in an article",
  permission: "annotation.review",
  params: articleParams,
  answers: { 200: listOf(approvable) },
});

export const adjudicate = endpoint({
  id: "adjudicate",
  method: "POST",
  path: "/workspaces/{workspace}/claims/{claim}/ruling",
  room: "reviews",
  summary: "Rules on a claim that is disputed",
  permission: "claim.adjudicate",
  params: claimParams,
  body: rulingInputSchema,
  answers: { 201: settledClaim },
});

export const castVote = endpoint({
  id: "castVote",
  method: "POST",
  path: "/workspaces/{workspace}/claims/{claim}/votes",
  room: "reviews",
  summary: "Votes on a claim before a panel",
  permission: "claim.vote",
  params: claimParams,
  body: voteInputSchema,
  answers: { 201: settledClaim },
});

export const reviewMany = endpoint({
  id: "reviewMany",
  method: "POST",
  path: "/workspaces/{workspace}/reviews",
  room: "reviews",
  summary: "Approves many annotations, each if it is still what was seen",
  permission: "annotation.review",
  params: workspaceParams,
  body: batchReviewSchema,
  answers: { 200: batchReviewResult },
});
