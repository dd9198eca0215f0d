import { z } from "zod";
import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";
import { problemResponse } from "@/lib/server/http/problem";
import { publishReport } from "@/lib/server/reports/commands";

export const POST = defineRoute({
  params: articleParams,
  body: z.strictObject({}),
  run: async ({ actor, params }) => {
    const result = await publishReport(actor, { workspace: params.workspace, articleId: params.article });
    if (result.outcome === "published") return Response.json(result, { status: 201 });
    if (result.outcome === "unchanged") return Response.json(result);
    const detail = "The publish gate is closed: some claims are not finished. Nothing was published.";
    return problemResponse({
      status: 409,
      title: "Gate closed",
      code: "gate_closed",
      detail,
      current: result.gate,
    });
  },
});
