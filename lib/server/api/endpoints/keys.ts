import "server-only";
import { ownKeysSchema } from "@/lib/core/keys/own-keys";
import { workspaceParams } from "../../http/params";
import { keptKeys } from "../answers/keys";
import { endpoint } from "../endpoint";

export const getKeys = endpoint({
  id: "getKeys",
  method: "GET",
  path: "/workspaces/{workspace}/keys",
  room: "keys",
  summary: "What the caller has changed of the keys of the workbench",
  permission: "article.read",
  params: workspaceParams,
  answers: { 200: keptKeys },
});

export const saveKeys = endpoint({
  id: "saveKeys",
  method: "PUT",
  path: "/workspaces/{workspace}/keys",
  room: "keys",
  summary: "Sets what the caller has changed of the keys of the workbench",
  permission: "keys.change",
  params: workspaceParams,
  body: ownKeysSchema,
  version: "always",
  answers: { 200: keptKeys },
});
