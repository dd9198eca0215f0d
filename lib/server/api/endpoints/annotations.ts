import "server-only";
import { z } from "zod";
import { annotationInputSchema, manyAnnotationsSchema } from "@/lib/core/annotations/annotation";
import { annotationParams, claimParams, workspaceParams } from "../../http/params";
import { annotationVersion, manySaved } from "../answers/annotations";
import { claimAnnotations, keptPages, savedClaim } from "../answers/saved-claims";
import { endpoint } from "../endpoint";

export const getAnnotationVersion = endpoint({
  id: "getAnnotationVersion",
  method: "GET",
  path: "/workspaces/{workspace}/annotations/{annotation}/versions/{version}",
  room: "annotations",
  summary: "One version of an annotation, as it was",
  permission: "annotation.read",
  params: annotationParams.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
  answers: { 200: annotationVersion },
});

export const saveAnnotation = endpoint({
  id: "saveAnnotation",
  method: "PUT",
  path: "/workspaces/{workspace}/claims/{claim}/annotation",
  room: "annotations",
  summary: "Saves the caller's own annotation; the first save starts from version 0",
  permission: "annotation.write",
  params: claimParams,
  body: annotationInputSchema,
  version: "always",
  answers: { 200: savedClaim },
});

export const saveAnnotations = endpoint({
  id: "saveAnnotations",
  method: "PUT",
  path: "/workspaces/{workspace}/annotations",
  room: "annotations",
  summary: "Saves the caller's own annotations on up to 500 claims, each if it is still what was seen",
  permission: "annotation.write",
  params: workspaceParams,
  body: manyAnnotationsSchema,
  answers: { 200: manySaved },
});

export const keepEvidenceAgain = endpoint({
  id: "keepEvidenceAgain",
  method: "POST",
  path: "/workspaces/{workspace}/claims/{claim}/annotation/snapshots",
  room: "annotations",
  summary: "Keeps the cited pages of one's annotation again",
  permission: "annotation.write",
  params: claimParams,
  body: z.strictObject({}),
  answers: { 202: keptPages },
});

export const listAnnotations = endpoint({
  id: "listAnnotations",
  method: "GET",
  path: "/workspaces/{workspace}/claims/{claim}/annotations",
  room: "annotations",
  summary: "One's own annotation and those of colleagues that one may see",
  permission: "article.read",
  params: claimParams,
  answers: { 200: claimAnnotations },
});
