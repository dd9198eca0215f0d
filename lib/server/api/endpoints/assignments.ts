import "server-only";
import { z } from "zod";
import {
  assignInputSchema,
  declineInputSchema,
  handOverInputSchema,
  takeBackInputSchema,
} from "@/lib/core/assignments/assignment";
import { assignmentParams, claimParams, workspaceParams } from "../../http/params";
import { idOnly } from "../answers/lists";
import { assignResult, keptWork, takenBack } from "../answers/saved-claims";
import { endpoint } from "../endpoint";

export const declineAssignment = endpoint({
  id: "declineAssignment",
  method: "POST",
  path: "/workspaces/{workspace}/assignments/{assignment}/decline",
  room: "assignments",
  summary: "Gives work back undone, with the reason",
  permission: "annotation.write",
  params: assignmentParams,
  body: declineInputSchema,
  answers: { 200: idOnly },
});

export const handOver = endpoint({
  id: "handOver",
  method: "POST",
  path: "/workspaces/{workspace}/assignments/{assignment}/hand-over",
  room: "assignments",
  summary: "Hands work over to a colleague",
  permission: "annotation.write",
  params: assignmentParams,
  body: handOverInputSchema,
  answers: { 200: idOnly },
});

export const withdrawAssignment = endpoint({
  id: "withdrawAssignment",
  method: "POST",
  path: "/workspaces/{workspace}/assignments/{assignment}/withdraw",
  room: "assignments",
  summary: "Takes an assignment back",
  permission: "claim.assign",
  params: assignmentParams,
  body: z.strictObject({}),
  answers: { 200: idOnly },
});

export const openWork = endpoint({
  id: "openWork",
  method: "POST",
  path: "/workspaces/{workspace}/claims/{claim}/lease",
  room: "assignments",
  summary: "A sign that the caller works on a claim: what is kept for them there is kept longer",
  permission: "annotation.write",
  params: claimParams,
  body: z.strictObject({}),
  answers: { 200: keptWork },
});

export const assignClaims = endpoint({
  id: "assignClaims",
  method: "POST",
  path: "/workspaces/{workspace}/claims/assign",
  room: "assignments",
  summary: "Shares claims out among members, or says with `dryRun` how",
  permission: "claim.assign",
  params: workspaceParams,
  body: assignInputSchema,
  stale: "412",
  answers: { 200: assignResult },
});

export const takeBackWork = endpoint({
  id: "takeBackWork",
  method: "POST",
  path: "/workspaces/{workspace}/claims/take-back",
  room: "assignments",
  summary: "Takes back work that the caller has given, where nobody has changed it since",
  permission: "claim.assign",
  params: workspaceParams,
  body: takeBackInputSchema,
  answers: { 200: takenBack },
});
