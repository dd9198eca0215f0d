import { z } from "zod";
import { atomFeed } from "@/lib/core/public/feed";
import { origin } from "@/lib/server/env";
import { definePublicRoute } from "@/lib/server/http/define-public-route";
import { workspaceParams } from "@/lib/server/http/params";
import { getFeed } from "@/lib/server/reports/queries";

export const GET = definePublicRoute({
  params: workspaceParams,
  query: z.strictObject({}),
  run: async ({ params }) => {
    const feed = atomFeed({ site: origin(), ...(await getFeed(params.workspace)) });
    const headers = {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": "public, max-age=60",
    };
    return new Response(feed, { headers });
  },
});
