import { z } from "zod";
import { historyFiles, historyFormats } from "@/lib/core/events/history-file";
import { historyFilterSchema } from "@/lib/core/events/history-query";
import { exportHistory } from "@/lib/server/events/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { historyResponse } from "@/lib/server/http/stream-history";

export const GET = defineRoute({
  params: workspaceParams,
  query: historyFilterSchema.extend({ format: z.enum(historyFormats) }),
  run: async ({ actor, params, query: { format, ...filter } }) => {
    const batches = await exportHistory(actor, params, filter);
    return historyResponse(historyFiles[format], `${params.workspace}-history.${format}`, batches);
  },
});
