import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

type Leaving = { begun: boolean; readonly onStop: Set<() => void>; readonly open: Set<ServerResponse> };

// Next evaluates modules anew for each bundle; the process stops once.
const held = globalThis as unknown as { assayLeaving?: Leaving };

function leaving(): Leaving {
  return (held.assayLeaving ??= { begun: false, onStop: new Set(), open: new Set() });
}

/** Calls back when this process is told to stop, so that what would never end by itself ends. Returns how to unsay it. */
export function whenStopping(callback: () => void): () => void {
  const { begun, onStop } = leaving();
  if (begun) callback();
  else onStop.add(callback);
  return () => void onStop.delete(callback);
}

/**
 * Lets a process that is told to stop (SIGTERM) come to its end: Next answers what it has and closes idle connections,
 * but a connection that is kept busy would be answered for ever. From then on every answer closes its connection.
 */
export function prepareToStop(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { readonly response: ServerResponse };
    if (leaving().begun) response.shouldKeepAlive = false;
    leaving().open.add(response);
    response.once("close", () => leaving().open.delete(response));
  });
  process.once("SIGTERM", beginToStop);
}

/** What being told to stop does. */
export function beginToStop(): void {
  const { onStop, open } = leaving();
  leaving().begun = true;
  for (const response of open) closeAfter(response);
  for (const callback of [...onStop]) callback();
  onStop.clear();
}

/** An answer that has begun has promised to keep its connection: a live feed's would stay open, idle, when the feed ends. */
function closeAfter(response: ServerResponse): void {
  response.shouldKeepAlive = false;
  const { socket, headersSent } = response;
  if (headersSent) response.once("finish", () => socket?.destroySoon());
}
