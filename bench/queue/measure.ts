import { queueKindsOf } from "../../lib/core/queue/queue";
import { db } from "../../lib/server/db/client";
import { countQueue, listQueue, listUrgent } from "../../lib/server/queue/queries";
import { personOf, type Desk } from "../../seeds/factories";

type Measure = (who: string, part: string, run: () => Promise<number>) => Promise<void>;

/** Calls every part of the queue as an editor and as a reviewer of the filled desk. */
export async function measureQueue({ slug, workspaceId }: Desk, measure: Measure): Promise<void> {
  const target = { workspace: slug };
  for (const role of ["editor", "reviewer"] as const) {
    const member = await db().member.findFirstOrThrow({
      where: { workspaceId, role, user: { email: { startsWith: "bench" } } },
      orderBy: { id: "desc" },
    });
    const { actor } = await personOf(member.id, workspaceId);
    for (const kind of queueKindsOf(role)) {
      await measure(role, kind, async () => {
        const { items } = await listQueue(actor, target, { kind, limit: 50 });
        return items.length;
      });
    }
    await measure(role, "all counts", async () => {
      const counts = await countQueue(actor, target);
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    });
    await measure(role, "home", async () => (await listUrgent(actor, target, 12)).length);
  }
}
