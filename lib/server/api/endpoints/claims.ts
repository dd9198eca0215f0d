import "server-only";
import { z } from "zod";
import { claimPatchSchema } from "@/lib/core/claims/claim-patch";
import { claimQuerySchema } from "@/lib/core/claims/claim-query";
import { disposalSchema } from "@/lib/core/claims/disposal";
import { mergeInputSchema, partInputSchema, splitInputSchema } from "@/lib/core/claims/fit";
import { articleParams, claimParams, fitParams, workspaceParams } from "../../http/params";
import { claimDetail, claimSummary, disposalResult } from "../answers/claims";
import { pageOf } from "../answers/lists";
import { fittedClaim, savedClaim } from "../answers/saved-claims";
import { endpoint } from "../endpoint";

export const listClaims = endpoint({
  id: "listClaims",
  method: "GET",
  path: "/workspaces/{workspace}/articles/{article}/claims",
  room: "claims",
  summary: "Claims of an article in order; `text` is the revision's [start, end)",
  permission: "article.read",
  params: articleParams,
  query: claimQuerySchema,
  answers: { 200: pageOf(claimSummary) },
});

export const claimPart = endpoint({
  id: "claimPart",
  method: "POST",
  path: "/workspaces/{workspace}/claims/{claim}/parts",
  room: "claims",
  summary: "Claims a part of a sentence",
  permission: "claim.change",
  params: claimParams,
  body: partInputSchema,
  version: "always",
  answers: { 201: fittedClaim },
});

export const getClaim = endpoint({
  id: "getClaim",
  method: "GET",
  path: "/workspaces/{workspace}/claims/{claim}",
  room: "claims",
  summary: "All that the caller may know of one claim",
  permission: "article.read",
  params: claimParams,
  answers: { 200: claimDetail },
});

export const changeClaim = endpoint({
  id: "changeClaim",
  method: "PATCH",
  path: "/workspaces/{workspace}/claims/{claim}",
  room: "claims",
  summary: "Changes a claim's wording, disposition or attribution",
  permission: "claim.change",
  params: claimParams,
  body: claimPatchSchema,
  version: "always",
  answers: { 200: savedClaim },
});

export const splitClaim = endpoint({
  id: "splitClaim",
  method: "POST",
  path: "/workspaces/{workspace}/claims/{claim}/split",
  room: "claims",
  summary: "Splits a claim in two",
  permission: "claim.change",
  params: claimParams,
  body: splitInputSchema,
  version: "always",
  answers: { 201: fittedClaim },
});

export const disposeClaims = endpoint({
  id: "disposeClaims",
  method: "POST",
  path: "/workspaces/{workspace}/claims/disposition",
  room: "claims",
  summary: "Sets what many claims are; those that were changed meanwhile stay",
  permission: "claim.change",
  params: workspaceParams,
  body: disposalSchema,
  answers: { 200: disposalResult },
});

export const undoFit = endpoint({
  id: "undoFit",
  method: "POST",
  path: "/workspaces/{workspace}/claims/fits/{fit}/undo",
  room: "claims",
  summary: "Takes a split, a merge or a part back",
  permission: "claim.change",
  params: fitParams,
  body: z.strictObject({}),
  stale: "412",
  answers: { 201: fittedClaim },
});

export const mergeClaims = endpoint({
  id: "mergeClaims",
  method: "POST",
  path: "/workspaces/{workspace}/claims/merge",
  room: "claims",
  summary: "Merges neighbours",
  permission: "claim.change",
  params: workspaceParams,
  body: mergeInputSchema,
  stale: "412",
  answers: { 201: fittedClaim },
});
