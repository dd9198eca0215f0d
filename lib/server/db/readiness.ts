import "server-only";
import { db } from "./client";

/** Whether the database answers and every migration that was begun has been finished. */
export async function isReady(): Promise<boolean> {
  try {
    const [row] = await db().$queryRaw<{ open: number; done: number }[]>`
      select (count(*) filter (where finished_at is null and rolled_back_at is null))::int as open,
        (count(*) filter (where finished_at is not null))::int as done
      from _prisma_migrations`;
    return row !== undefined && row.open === 0 && row.done > 0;
  } catch {
    return false;
  }
}
