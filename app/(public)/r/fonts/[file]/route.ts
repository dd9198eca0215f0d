import { z } from "zod";
import { Refusal } from "@/lib/core/shared/refusal";
import { definePublicRoute } from "@/lib/server/http/define-public-route";
import { findPageFont } from "@/lib/server/fonts/page-fonts";

export const GET = definePublicRoute({
  params: z.object({ file: z.string() }),
  query: z.strictObject({}),
  run: async ({ params }) => {
    const bytes = await findPageFont(params.file);
    if (!bytes) throw new Refusal("not_found", "There is no such font.");
    const headers = { "content-type": "font/woff2", "cache-control": "public, max-age=31536000, immutable" };
    return new Response(new Uint8Array(bytes), { headers });
  },
});
