import "server-only";
import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/core/shared/refusal";
import { readViolations } from "@/lib/core/violations/violation";
import { origin } from "../env";
import { readJson } from "../http/body";
import { refusalResponse } from "../http/problem";
import { limitAddress, limitReports } from "../http/rate-limit";

const maxBytes = 8_192;
const types = ["application/csp-report", "application/reports+json"];

/**
 * Takes a browser's report of what it refused on a page of ours: a line of the log for each violation, and nothing kept.
 * Whoever sends it need not be signed in, so there is a limit to how many lines there can be.
 */
export async function collectViolations(request: Request): Promise<Response> {
  try {
    limitAddress(request.headers);
    limitReports(request.headers);
    const { value } = await readJson(request, maxBytes, types);
    const violations = readViolations(value, origin());
    if (violations === null) throw new Refusal("bad_input", "This is no report of a violation.");
    const at = new Date().toISOString();
    for (const violation of violations) {
      console.warn(JSON.stringify({ at, level: "warn", name: "csp violation", ...violation }));
    }
    return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
  } catch (error) {
    return refusalResponse(error, randomUUID());
  }
}
