import "server-only";
import { z } from "zod";
import { webhookInputSchema, webhookPatchSchema } from "@/lib/core/webhooks/webhook";
import { webhookDeliveryParams, webhookParams, workspaceParams } from "../../http/params";
import { idOnly, listOf, newVersion } from "../answers/lists";
import { deliveryLine, webhookLine, webhookSecret } from "../answers/webhooks";
import { endpoint } from "../endpoint";

const room = "webhooks";
const permission = "settings.change";
const nothing = z.strictObject({});

export const listWebhooks = endpoint({
  id: "listWebhooks",
  method: "GET",
  path: "/workspaces/{workspace}/webhooks",
  room,
  summary: "Addresses that are told of events",
  permission,
  params: workspaceParams,
  answers: { 200: listOf(webhookLine) },
});

export const addWebhook = endpoint({
  id: "addWebhook",
  method: "POST",
  path: "/workspaces/{workspace}/webhooks",
  room,
  summary: "Adds an address that is told of events (Standard Webhooks); its secret is shown once",
  permission,
  params: workspaceParams,
  body: webhookInputSchema,
  answers: { 201: webhookSecret },
});

export const changeWebhook = endpoint({
  id: "changeWebhook",
  method: "PATCH",
  path: "/workspaces/{workspace}/webhooks/{webhook}",
  room,
  summary: "Changes address or events, or switches it off and on",
  permission,
  params: webhookParams,
  body: webhookPatchSchema,
  version: "always",
  answers: { 200: newVersion },
});

export const removeWebhook = endpoint({
  id: "removeWebhook",
  method: "DELETE",
  path: "/workspaces/{workspace}/webhooks/{webhook}",
  room,
  summary: "Ends a webhook; what waits to be sent is not sent any more",
  permission,
  params: webhookParams,
  answers: { 200: idOnly },
});

export const rotateWebhookSecret = endpoint({
  id: "rotateWebhookSecret",
  method: "POST",
  path: "/workspaces/{workspace}/webhooks/{webhook}/rotate",
  room,
  summary: "Gives a webhook another secret, shown once",
  permission,
  params: webhookParams,
  body: nothing,
  version: "always",
  answers: { 200: webhookSecret },
});

export const pingWebhook = endpoint({
  id: "pingWebhook",
  method: "POST",
  path: "/workspaces/{workspace}/webhooks/{webhook}/ping",
  room,
  summary: "Sends a test; answers the id of its delivery",
  permission,
  params: webhookParams,
  body: nothing,
  answers: { 202: idOnly },
});

export const listDeliveries = endpoint({
  id: "listDeliveries",
  method: "GET",
  path: "/workspaces/{workspace}/webhooks/{webhook}/deliveries",
  room,
  summary: "The last fifty deliveries, as far as they were tried",
  permission,
  params: webhookParams,
  answers: { 200: listOf(deliveryLine) },
});

export const replayDelivery = endpoint({
  id: "replayDelivery",
  method: "POST",
  path: "/workspaces/{workspace}/webhooks/{webhook}/deliveries/{delivery}/replay",
  room,
  summary: "Sends a delivery again, under its own id",
  permission,
  params: webhookDeliveryParams,
  body: nothing,
  answers: { 202: idOnly },
});
