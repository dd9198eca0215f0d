import { z } from "zod";
import { oembed } from "@/lib/core/public/card";
import { Refusal } from "@/lib/core/shared/refusal";
import { origin } from "@/lib/server/env";
import { definePublicRoute } from "@/lib/server/http/define-public-route";
import { numberIn, readPublished } from "@/lib/server/reports/published";

export const GET = definePublicRoute({
  params: z.unknown(),
  // Consumers add wishes of their own, such as a width; the card has one size.
  query: z.object({ url: z.url().max(2_000), format: z.string().optional() }),
  run: async ({ query }) => {
    const url = new URL(query.url);
    const [, slug, number] = /^\/r\/([a-z0-9-]+)\/(\d+)$/.exec(url.pathname) ?? [];
    if (url.origin !== origin() || slug === undefined) {
      throw new Refusal("not_found", "This is not the address of a report here.");
    }
    return Response.json(oembed(await readPublished(slug, numberIn(number))));
  },
});
