import { isReady } from "@/lib/server/db/readiness";

export const dynamic = "force-dynamic";

/** Ready: the database is reachable and its migrations are applied. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
