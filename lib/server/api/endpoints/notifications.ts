import "server-only";
import { deliverySettingsSchema, readInputSchema } from "@/lib/core/notifications/notification";
import { pageQuerySchema } from "../../http/page";
import { workspaceParams } from "../../http/params";
import { pageOf } from "../answers/lists";
import { deliveryAnswer, notification, unreadCount } from "../answers/notifications";
import { endpoint } from "../endpoint";

export const markRead = endpoint({
  id: "markRead",
  method: "POST",
  path: "/workspaces/{workspace}/notifications/read",
  room: "notifications",
  summary: "Marks notifications as read",
  permission: "notification.change",
  params: workspaceParams,
  body: readInputSchema,
  answers: { 200: unreadCount },
});

export const listNotifications = endpoint({
  id: "listNotifications",
  method: "GET",
  path: "/workspaces/{workspace}/notifications",
  room: "notifications",
  summary: "What concerns the caller, newest first",
  permission: "notification.read",
  params: workspaceParams,
  query: pageQuerySchema,
  answers: { 200: pageOf(notification) },
});

export const getDelivery = endpoint({
  id: "getDelivery",
  method: "GET",
  path: "/workspaces/{workspace}/notifications/settings",
  room: "notifications",
  summary: "How the caller wants to be told of what",
  permission: "notification.read",
  params: workspaceParams,
  answers: { 200: deliveryAnswer },
});

export const saveDelivery = endpoint({
  id: "saveDelivery",
  method: "PUT",
  path: "/workspaces/{workspace}/notifications/settings",
  room: "notifications",
  summary: "Sets how the caller wants to be told of what",
  permission: "notification.change",
  params: workspaceParams,
  body: deliverySettingsSchema,
  answers: { 200: deliverySettingsSchema },
});

export const followNotifications = endpoint({
  id: "followNotifications",
  method: "GET",
  path: "/workspaces/{workspace}/notifications/feed",
  room: "notifications",
  summary: "How many notifications are unread, as server-sent events; 204 for whoever may not know",
  permission: "nobody",
  params: workspaceParams,
  answers: { 200: { media: ["text/event-stream"] }, 204: "nothing" },
});
