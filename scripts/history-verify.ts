import { parseArgs } from "node:util";
import { chainBreakWords, type ChainVerdict } from "../lib/core/events/chain";
import { withMigrationTarget } from "./database/target";
import { Complaint, describeFailure } from "./process/complaint";

const usage = `npm run history:verify                        check the history of every workspace that npm start uses
  -- --workspace SLUG                         of one workspace
  -- --workspace SLUG --holds NUMBER:HASH     and that a seal which you wrote down is in it still
  -- --json                                   the same for machines

Ends with 0 when every chain holds, 1 when one is broken, 2 when it could not be checked.`;

type Asked = {
  readonly slug: string | null;
  readonly known: { number: bigint; hash: string } | null;
  readonly json: boolean;
};

function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      workspace: { type: "string" },
      holds: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const holds = values.holds === undefined ? null : /^(\d{1,18}):([0-9a-f]{64})$/.exec(values.holds);
  if (values.holds !== undefined && (!holds || values.workspace === undefined)) throw new Complaint(usage);
  return {
    slug: values.workspace ?? null,
    known: holds ? { number: BigInt(holds[1] ?? 0), hash: holds[2] ?? "" } : null,
    json: values.json,
  };
}

/** The check uses the server's own reader; of its settings it needs no more than the database. */
function settle(databaseUrl: string): void {
  process.env["DATABASE_URL"] = databaseUrl;
  process.env["ASSAY_URL"] ??= "http://127.0.0.1";
  process.env["ASSAY_SECRET"] ??= "-".repeat(32);
}

function describe(slug: string, verdict: ChainVerdict): string {
  if (!verdict.holds) {
    const where = [
      verdict.number === null ? null : `seal ${verdict.number}`,
      verdict.eventId === null ? null : `event ${verdict.eventId}`,
    ];
    return `${slug}: BROKEN at ${where.filter(Boolean).join(", ")}. ${chainBreakWords[verdict.broken]}`;
  }
  if (verdict.hash === null) return `${slug}: nothing is sealed yet.`;
  return `${slug}: holds, ${verdict.lines} lines. To check later that these were not rewritten:\n  --workspace ${slug} --holds ${verdict.lines}:${verdict.hash}`;
}

async function verify({ slug, known, json }: Asked): Promise<number> {
  const [{ db }, { verifyHistory }] = await Promise.all([
    import("../lib/server/db/client"),
    import("../lib/server/events/verify-history"),
  ]);
  const workspaces = await db().workspace.findMany({
    where: slug === null ? {} : { slug },
    orderBy: { slug: "asc" },
    select: { id: true, slug: true },
  });
  if (slug !== null && workspaces.length === 0) throw new Complaint(`There is no workspace "${slug}".`);
  let broken = 0;
  for (const workspace of workspaces) {
    const verdict = await verifyHistory(workspace.id, known ?? undefined);
    if (!verdict.holds) broken += 1;
    process.stdout.write(
      `${json ? JSON.stringify({ workspace: workspace.slug, ...verdict }) : describe(workspace.slug, verdict)}\n`,
    );
  }
  await db().$disconnect();
  return broken === 0 ? 0 : 1;
}

try {
  const asked = readArguments();
  process.exitCode = await withMigrationTarget(({ ownerUrl }) => {
    settle(ownerUrl);
    return verify(asked);
  });
} catch (error) {
  process.stderr.write(`${error instanceof TypeError ? usage : describeFailure(error)}\n`);
  process.exitCode = 2;
}
