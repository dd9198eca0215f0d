import { allCells, faultPoints, type Cell, type FaultAction, type FaultPoint } from "./fault-points";
import type { HttpFault } from "./proxy/http-proxy";
import { seeded, seedFor, type Random } from "./random";

export type Fault =
  | { readonly kind: "cell"; readonly server: number; readonly cell: Cell }
  | { readonly kind: "kill_app"; readonly server: number }
  | { readonly kind: "rolling_restart" }
  | { readonly kind: "kill_postgres"; readonly downMs: number }
  | { readonly kind: "freeze_postgres"; readonly forMs: number }
  | { readonly kind: "end_backends" }
  | { readonly kind: "cut_database" }
  | { readonly kind: "hogs"; readonly forMs: number }
  | { readonly kind: "table_lock"; readonly forMs: number }
  | { readonly kind: "full_disk"; readonly forMs: number }
  | {
      readonly kind: "clock_jump";
      readonly server: number;
      readonly byMs: number;
      readonly forMs: number;
    }
  | { readonly kind: "migration" }
  | { readonly kind: "dump" }
  | { readonly kind: "restore" };
export type FaultKind = Fault["kind"];

export type Step = { readonly fault: Fault; readonly pauseMs: number };

type Made = (random: Random, server: number) => Fault;

/** A minute to an hour ahead of the other process, or behind it. */
function jump(direction: 1 | -1, random: Random, server: number): Fault {
  const byMs = direction * (60_000 + random.below(3_540_000));
  return { kind: "clock_jump", server, byMs, forMs: 3_000 + random.below(4_000) };
}

const usual: readonly { readonly times: number; readonly make: Made }[] = [
  { times: 4, make: (_, server) => ({ kind: "kill_app", server }) },
  { times: 2, make: () => ({ kind: "rolling_restart" }) },
  { times: 3, make: (random) => ({ kind: "kill_postgres", downMs: 200 + random.below(1_500) }) },
  { times: 1, make: (random) => ({ kind: "freeze_postgres", forMs: 5_000 + random.below(3_000) }) },
  { times: 4, make: () => ({ kind: "end_backends" }) },
  { times: 2, make: () => ({ kind: "cut_database" }) },
  { times: 1, make: () => ({ kind: "hogs", forMs: 4_000 }) },
  { times: 1, make: (random) => ({ kind: "table_lock", forMs: 4_000 + random.below(4_000) }) },
  { times: 1, make: () => ({ kind: "full_disk", forMs: 5_000 }) },
  { times: 2, make: (random, server) => jump(1, random, server) },
  { times: 2, make: (random, server) => jump(-1, random, server) },
  { times: 1, make: () => ({ kind: "migration" }) },
  { times: 1, make: () => ({ kind: "dump" }) },
  { times: 1, make: () => ({ kind: "restore" }) },
];

/** Faults that need another process, a disk or minutes; what is left is what any mistake in a save must show under. */
const brief: ReadonlySet<FaultKind> = new Set<FaultKind>(["kill_postgres", "cut_database"]);
const briefTimes = 2;
const briefPoints: Readonly<Record<FaultAction, readonly FaultPoint[]>> = {
  cut: faultPoints,
  kill: ["version", "commit", "after_commit"],
  freeze: [],
  error: ["lock", "version", "commit"],
};

function shuffle<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(random.below(left.length), 1));
  return order;
}

/** What befalls the program, in which order: every step of a save with every fault once, and the others in between. */
export function makePlan(seed: number, servers: number): readonly Step[] {
  const random = seeded(seedFor(seed, "plan"));
  const cells = allCells.map((cell, place): Fault => ({ kind: "cell", server: place % servers, cell }));
  const others = usual.flatMap(({ times, make }) =>
    Array.from({ length: times }, (_, place) => make(random, place % servers)),
  );
  return shuffle([...cells, ...others], random).map((fault) => ({
    fault,
    pauseMs: 100 + random.below(900),
  }));
}

/** A short one, for a program of one process that is known to be wrong. */
export function makeBriefPlan(seed: number): readonly Step[] {
  const random = seeded(seedFor(seed, "brief plan"));
  const cells = allCells
    .filter(({ action, point }) => briefPoints[action].includes(point))
    .map((cell): Fault => ({ kind: "cell", server: 0, cell }));
  const others = usual.flatMap(({ times, make }) =>
    Array.from({ length: times * briefTimes }, () => make(random, 0)).filter(({ kind }) => brief.has(kind)),
  );
  return shuffle([...cells, ...others], random).map((fault) => ({
    fault,
    // What is acknowledged and not on the disk is so for a fraction of a second: saves have to be in full flow.
    pauseMs: (fault.kind === "kill_postgres" ? 1_500 : 50) + random.below(250),
  }));
}

const shares: readonly (readonly [HttpFault, number])[] = [
  ["cut_before", 0.003],
  ["cut_after", 0.006],
  ["delay", 0.002],
  ["half_open", 0.0005],
  ["duplicate_request", 0.004],
  ["duplicate_answer", 0.003],
];

/** What befalls requests all the time between clients and program: writes only, a few in a hundred. */
export function makeHttpFaults(seed: number): (requestLine: string) => HttpFault | null {
  const random = seeded(seedFor(seed, "http"));
  return (requestLine) => {
    if (!/^(POST|PUT|PATCH) /.test(requestLine)) return null;
    let roll = random.next();
    for (const [fault, share] of shares) {
      roll -= share;
      if (roll < 0) return fault;
    }
    return null;
  };
}
