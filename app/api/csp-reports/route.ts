import { collectViolations } from "@/lib/server/observing/violations";

export const dynamic = "force-dynamic";

/** Where browsers tell what the content security policy of our pages refused. */
export function POST(request: Request): Promise<Response> {
  return collectViolations(request);
}
