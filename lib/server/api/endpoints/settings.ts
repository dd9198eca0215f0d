import "server-only";
import { houseStyleSchema } from "@/lib/core/report/house-style";
import { panelInputSchema } from "@/lib/core/review/policy";
import { scaleInputSchema } from "@/lib/core/verdicts/scale-input";
import { workspaceParams } from "../../http/params";
import { listOf, newVersion } from "../answers/lists";
import { scale } from "../answers/scales";
import { houseStyle, policyLine } from "../answers/settings";
import { endpoint } from "../endpoint";

export const getHouseStyle = endpoint({
  id: "getHouseStyle",
  method: "GET",
  path: "/workspaces/{workspace}/house-style",
  room: "settings",
  summary: "What reports print",
  permission: "settings.read",
  params: workspaceParams,
  answers: { 200: houseStyle },
});

export const changeHouseStyle = endpoint({
  id: "changeHouseStyle",
  method: "PUT",
  path: "/workspaces/{workspace}/house-style",
  room: "settings",
  summary: "Sets what reports print",
  permission: "settings.change",
  params: workspaceParams,
  body: houseStyleSchema,
  version: "always",
  answers: { 200: newVersion },
});

export const changePanel = endpoint({
  id: "changePanel",
  method: "PUT",
  path: "/workspaces/{workspace}/policies/panel",
  room: "settings",
  summary: "Sets the size and quorum of panels",
  permission: "settings.change",
  params: workspaceParams,
  body: panelInputSchema,
  version: "always",
  answers: { 200: newVersion },
});

export const listPolicies = endpoint({
  id: "listPolicies",
  method: "GET",
  path: "/workspaces/{workspace}/policies",
  room: "settings",
  summary: "What a ruling needs under each policy",
  permission: "settings.read",
  params: workspaceParams,
  answers: { 200: listOf(policyLine) },
});

export const getScale = endpoint({
  id: "getScale",
  method: "GET",
  path: "/workspaces/{workspace}/scale",
  room: "settings",
  summary: "The scale of verdicts as it is now",
  permission: "settings.read",
  params: workspaceParams,
  answers: { 200: scale },
});

export const changeScale = endpoint({
  id: "changeScale",
  method: "PUT",
  path: "/workspaces/{workspace}/scale",
  room: "settings",
  summary: "Sets the scale, as its next version",
  permission: "settings.change",
  params: workspaceParams,
  body: scaleInputSchema,
  version: "always",
  answers: { 200: scale },
});
