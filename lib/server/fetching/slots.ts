import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";

const atOnce = 2;
const busy = new Map<string, number>();

/** Runs it, unless two of the workspace's are running in this process already. @throws Refusal too_many */
export async function withSlot<T>(workspaceId: string, run: () => Promise<T>): Promise<T> {
  const running = busy.get(workspaceId) ?? 0;
  if (running >= atOnce) {
    throw new Refusal(
      "too_many",
      "Two pages are being fetched for this desk already. Try again in a few seconds.",
    );
  }
  busy.set(workspaceId, running + 1);
  try {
    return await run();
  } finally {
    const left = (busy.get(workspaceId) ?? 1) - 1;
    if (left > 0) busy.set(workspaceId, left);
    else busy.delete(workspaceId);
  }
}
