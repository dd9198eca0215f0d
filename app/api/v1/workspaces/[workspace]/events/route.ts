import * as endpoints from "@/lib/server/api/endpoints/events";
import { findRequestActor } from "@/lib/server/auth/request-actor";
import { openStream } from "@/lib/server/events/stream";
import { defineRoute } from "@/lib/server/http/define-route";

export const dynamic = "force-dynamic";

export const GET = defineRoute(endpoints.followEvents, async ({ params, query, request }) => {
  const last = /^\d{1,18}$/.exec(request.headers.get("last-event-id") ?? "")?.[0];
  const stream = await openStream({
    workspace: params.workspace,
    articleId: query.article,
    lastEventId: last ? BigInt(last) : null,
    findActor: () => findRequestActor(request.headers),
    signal: request.signal,
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
