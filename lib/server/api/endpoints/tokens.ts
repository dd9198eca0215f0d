import "server-only";
import { tokenInputSchema } from "@/lib/core/tokens/token";
import { tokenParams, workspaceParams } from "../../http/params";
import { idOnly, listOf } from "../answers/lists";
import { madeToken, tokenLine } from "../answers/tokens";
import { endpoint } from "../endpoint";

export const revokeToken = endpoint({
  id: "revokeToken",
  method: "DELETE",
  path: "/workspaces/{workspace}/tokens/{token}",
  room: "tokens",
  summary: "Revokes a token; never with a token",
  permission: "token.change",
  params: tokenParams,
  answers: { 200: idOnly },
});

export const listTokens = endpoint({
  id: "listTokens",
  method: "GET",
  path: "/workspaces/{workspace}/tokens",
  room: "tokens",
  summary: "Tokens in force: one's own, for owners those of the desk",
  permission: "token.read",
  params: workspaceParams,
  answers: { 200: listOf(tokenLine) },
});

export const makeToken = endpoint({
  id: "makeToken",
  method: "POST",
  path: "/workspaces/{workspace}/tokens",
  room: "tokens",
  summary: "Makes a token that acts as the caller, shown once; never with a token",
  permission: "token.change",
  params: workspaceParams,
  body: tokenInputSchema,
  answers: { 201: madeToken },
});
