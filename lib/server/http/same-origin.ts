import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import { origin } from "../env";

/**
 * A write that carries a cookie must come from our own pages: the browser says so in Sec-Fetch-Site, or in Origin.
 * A request that says neither is no browser of ours.
 * @throws Refusal forbidden
 */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin" || (site === null && request.headers.get("origin") === origin())) return;
  throw new Refusal("forbidden", "Writes with a session cookie are accepted from Assay's own pages only.");
}
