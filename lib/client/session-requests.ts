import { ask } from "./api";

const root = "/api/v1/me/sessions";
const ending = () => ({ method: "DELETE", body: undefined, key: crypto.randomUUID() }) as const;

/** Signs the person out in one of their browsers. Sent twice it is done once. */
export function endSession(id: string) {
  return ask<{ readonly id: string }>(`${root}/${encodeURIComponent(id)}`, {}, ending());
}

/** Signs the person out everywhere but here. */
export function endOtherSessions() {
  return ask<{ readonly ended: number }>(root, {}, ending());
}
