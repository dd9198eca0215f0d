import { historyFiles } from "@/lib/core/events/history-file";
import * as endpoints from "@/lib/server/api/endpoints/history";
import { exportHistory } from "@/lib/server/events/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { historyResponse } from "@/lib/server/http/stream-history";

export const GET = defineRoute(
  endpoints.exportHistory,
  async ({ actor, params, query: { format, ...filter } }) => {
    const batches = await exportHistory(actor, params, filter);
    return historyResponse(historyFiles[format], `${params.workspace}-history.${format}`, batches);
  },
);
