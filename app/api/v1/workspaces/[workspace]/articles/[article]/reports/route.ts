import * as endpoints from "@/lib/server/api/endpoints/reports";
import { defineRoute } from "@/lib/server/http/define-route";
import { problemResponse } from "@/lib/server/http/problem";
import { publishReport } from "@/lib/server/reports/commands";

export const POST = defineRoute(endpoints.publishReport, async ({ actor, params, body }) => {
  const target = { workspace: params.workspace, articleId: params.article };
  const result = await publishReport(actor, target, body);
  if (result.outcome === "published") return Response.json(result, { status: 201 });
  if (result.outcome === "unchanged") return Response.json(result);
  if (result.outcome === "reason_needed") {
    const detail =
      "This changes what readers were told. Nothing was published: give the reason for the correction.";
    return problemResponse({
      status: 409,
      title: "Reason needed",
      code: "reason_needed",
      detail,
      current: result.difference,
    });
  }
  const detail = "The publish gate is closed: some claims are not finished. Nothing was published.";
  return problemResponse({
    status: 409,
    title: "Gate closed",
    code: "gate_closed",
    detail,
    current: result.gate,
  });
});
