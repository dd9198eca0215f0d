import { Refusal } from "@/lib/core/shared/refusal";
import * as endpoints from "@/lib/server/api/endpoints/notifications";
import { findRequestActor } from "@/lib/server/auth/request-actor";
import { openBell } from "@/lib/server/events/stream";
import { declare } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { refusalResponse } from "@/lib/server/http/problem";

export const dynamic = "force-dynamic";

/**
 * How many notifications are unread, now and from now on. Whoever may not know, a stranger as well as somebody who has
 * signed out in another tab, gets 204: it tells the browser to ask no more.
 */
export const GET = declare(endpoints.followNotifications, async (request, context) => {
  try {
    const params = workspaceParams.safeParse(await context.params);
    if (!params.success) return new Response(null, { status: 204 });
    const stream = await openBell({
      workspace: params.data.workspace,
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
  } catch (error) {
    // Too many are open: one of them may end, so that asking again later is right.
    return error instanceof Refusal && error.code !== "too_many"
      ? new Response(null, { status: 204 })
      : refusalResponse(error, crypto.randomUUID());
  }
});
