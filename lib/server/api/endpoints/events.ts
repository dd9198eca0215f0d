import "server-only";
import { z } from "zod";
import { idSchema } from "@/lib/core/shared/fields";
import { workspaceParams } from "../../http/params";
import { endpoint } from "../endpoint";

export const followEvents = endpoint({
  id: "followEvents",
  method: "GET",
  path: "/workspaces/{workspace}/events",
  room: "events",
  summary: "What happens in an article, as server-sent events; `Last-Event-ID` replays what was missed",
  permission: "article.read",
  params: workspaceParams,
  query: z.strictObject({ article: idSchema }),
  answers: { 200: { media: ["text/event-stream"] } },
});
