import "server-only";
import { z } from "zod";
import { idSchema } from "@/lib/core/shared/fields";
import { articleParams, workspaceParams } from "../../http/params";
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

export const announcePresence = endpoint({
  id: "announcePresence",
  method: "PUT",
  path: "/workspaces/{workspace}/articles/{article}/presence",
  room: "events",
  summary:
    "Says that the caller has the article open, for 45 s, or closes it; colleagues hear of it as the policy allows",
  permission: "article.read",
  params: articleParams,
  body: z.strictObject({
    /** Any id that the page keeps as long as it is open. */
    tab: idSchema,
    claimId: idSchema.nullable(),
    typing: z.boolean(),
    leaving: z.boolean(),
  }),
  /** Whether the policy lets anybody hear of it. */
  answers: { 200: z.object({ told: z.boolean() }) },
});
