import * as endpoints from "@/lib/server/api/endpoints/sources";
import { defineRoute } from "@/lib/server/http/define-route";
import { getSnapshotText } from "@/lib/server/sources/queries";

/** The text as a file, byte for byte what the hash is of. Nothing in it is run by a browser. */
export const GET = defineRoute(
  endpoints.getSnapshotText,
  async ({ actor, params: { workspace, source, snapshot } }) => {
    const { text, sha256 } = await getSnapshotText(actor, {
      workspace,
      sourceId: source,
      snapshotId: snapshot,
    });
    return new Response(text, {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": `attachment; filename="snapshot-${sha256.slice(0, 16)}.txt"`,
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox",
      },
    });
  },
);
