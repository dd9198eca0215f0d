import "server-only";
import { connect } from "./connect";
import { theInternet, type Outside } from "./outside";

/**
 * Sends JSON to an address of the public internet that somebody of the desk has named, and answers with the status that
 * came back; null when no whole answer did. Follows no redirect and reads no body: nothing of what is there is ever shown,
 * and whether the place is forbidden, closed or silent is not told.
 */
export async function postJson(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  outside: Outside = theInternet,
): Promise<number | null> {
  const said = {
    body,
    headers: {
      ...headers,
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      "user-agent": "Assay (webhook)",
    },
  };
  try {
    const signal = AbortSignal.timeout(outside.limits.totalMs);
    const response = await connect(new URL(address), said, outside, signal);
    response.destroy();
    return response.statusCode ?? null;
  } catch {
    return null;
  }
}
