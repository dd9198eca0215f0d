import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";

/** An open article has two, its news and the bell; a tab left in the background gives its own back. */
const mostStreams = 20;
const waitSeconds = 30;

// Next evaluates modules anew for each bundle; a member has one count in the process.
const held = globalThis as unknown as { assayStreams?: Map<string, number> };

/** Counts one more live stream of the member in this process. @returns the end of it @throws Refusal too_many */
export function takePlace({ memberId }: Pick<WorkspaceScope, "memberId">): () => void {
  const open = (held.assayStreams ??= new Map());
  const count = open.get(memberId) ?? 0;
  if (count >= mostStreams) {
    const words = `You have ${mostStreams} live connections open here, which is the most there can be. Close a tab of this desk; nothing is lost, this page asks again by itself.`;
    throw new Refusal("too_many", words, [], waitSeconds);
  }
  open.set(memberId, count + 1);
  return () => {
    const left = (open.get(memberId) ?? 1) - 1;
    if (left > 0) open.set(memberId, left);
    else open.delete(memberId);
  };
}
