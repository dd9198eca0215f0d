import "server-only";
import { Client, type Pool } from "pg";

// The first of the two numbers of an advisory lock; any will do as long as nobody else uses it.
const lockSpace = 411_572;
const reconnectMs = 1_000;

export type Liveness = { readonly vouchFor: (worker: string) => void; readonly end: () => Promise<void> };

/**
 * Says of workers that they are alive, in a way that a dead process cannot: by locks of a database session. Whatever
 * ends the process ends the session, and with it the locks.
 */
export function openLiveness(connectionString: string): Liveness {
  const workers = new Set<string>();
  let client: Client | null = null;
  let ended = false;
  let work = Promise.resolve();

  const lock = (worker: string) =>
    client?.query("select pg_advisory_lock_shared($1, hashtext($2))", [lockSpace, worker]);

  async function connect(): Promise<void> {
    if (ended) return;
    const fresh = new Client({ connectionString, application_name: "assay workers" });
    fresh.on("error", () => {
      client = null;
      later();
    });
    try {
      await fresh.connect();
      client = fresh;
      for (const worker of workers) await lock(worker);
    } catch {
      client = null;
      later();
    }
  }

  function later(): void {
    if (ended) return;
    setTimeout(() => {
      work = work.then(connect);
    }, reconnectMs).unref();
  }

  work = work.then(connect);
  return {
    vouchFor: (worker) => {
      workers.add(worker);
      work = work.then(async () => {
        await lock(worker)?.catch(() => undefined);
      });
    },
    end: async () => {
      ended = true;
      await work;
      await client?.end();
    },
  };
}

/** Frees the jobs of workers that nobody vouches for any more. Answers how many workers were found dead. */
export async function freeOrphans(pool: Pool): Promise<number> {
  const found = await pool.query<{ locked_by: string }>(
    `select locked_by from (
       select distinct locked_by from graphile_worker._private_jobs
       where locked_by is not null and locked_at < now() - interval '10 seconds'
     ) as holder
     where pg_try_advisory_xact_lock($1, hashtext(locked_by))`,
    [lockSpace],
  );
  const dead = found.rows.map((row) => row.locked_by);
  if (dead.length > 0) await pool.query("select graphile_worker.force_unlock_workers($1::text[])", [dead]);
  return dead.length;
}
