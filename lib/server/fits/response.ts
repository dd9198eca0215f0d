import "server-only";
import type { Actor } from "../auth/actor";
import { getClaimDetail } from "../claims/queries";
import { staleResponse } from "../http/problem";
import type { FitOutcome } from "./commands";

/** What a fitting is answered with: how to take it back and the claim that it is about, or what is newer than it. */
export async function fitResponse(actor: Actor, workspace: string, outcome: FitOutcome): Promise<Response> {
  const claim = await getClaimDetail(actor, { workspace, claimId: outcome.claimId });
  if (outcome.outcome === "stale") return staleResponse(claim);
  return Response.json({ fit: outcome.fit, claim }, { status: 201 });
}
