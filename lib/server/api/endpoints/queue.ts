import "server-only";
import { workspaceParams } from "../../http/params";
import { queueQuerySchema } from "../../queue/queries";
import { pageOf } from "../answers/lists";
import { queueItem } from "../answers/queue";
import { endpoint } from "../endpoint";

export const listQueue = endpoint({
  id: "listQueue",
  method: "GET",
  path: "/workspaces/{workspace}/queue",
  room: "queue",
  summary: "One part of what waits for the caller",
  permission: "article.read",
  params: workspaceParams,
  query: queueQuerySchema,
  answers: { 200: pageOf(queueItem) },
});
