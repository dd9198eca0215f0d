import { prepareJobQueue } from "../database/job-queue";
import { grantToApp } from "../database/roles";
import { withClient } from "../database/connection";
import { Complaint } from "../process/complaint";
import { withEngine, type Engine } from "./engine";
import { readMigrations, readSchema, type MigrationFolder } from "./folder";

// Any number will do as long as nobody else locks it; Prisma's own is 72707369.
const advisoryLock = 4_115_727_011;

function refuseForeignHistory(diagnosis: Awaited<ReturnType<Engine["diagnose"]>>): void {
  const [edited] = diagnosis.editedMigrationNames;
  if (edited) {
    throw new Complaint(
      `The migration ${edited} was changed after this database had applied it. Migrations are never edited:\n` +
        "put the file back and write a new one (npm run migrate -- create <name>).\n" +
        "If the data do not matter, delete the data folder (.assay) and start again.",
    );
  }
  const { history } = diagnosis;
  if (history && history.diagnostic !== "databaseIsBehind") {
    throw new Complaint(
      `This database has migrations that this program does not know (${history.unpersistedMigrationNames.join(", ")}).\n` +
        "It was used with a newer version of Assay: start that version, or restore a backup from before it.",
    );
  }
}

function lineAt(script: string, position: string | undefined): string {
  const line = script.slice(0, Number(position ?? 0)).split("\n").length;
  return position ? `:${line}` : "";
}

function explain(
  engine: Engine,
  migrations: MigrationFolder,
  failed: string | undefined,
  error: unknown,
): unknown {
  const { error: said } = engine.refusal;
  if (!said) return error;
  const script = migrations.migrationDirectories.find((directory) => directory.path === failed)?.migrationFile
    .content;
  const where = script?.tag === "ok" ? lineAt(script.value, said.position) : "";
  return new Complaint(
    `The migration ${failed ?? ""} failed and was undone.\n` +
      `  migration.sql${where}: ${said.message}${said.detail ? `\n  ${said.detail}` : ""}`,
  );
}

async function applyAll(engine: Engine, migrations: MigrationFolder): Promise<readonly string[]> {
  const before = await engine.diagnose(migrations);
  // A migration is one transaction: one that failed, or was cut off, has left nothing that could be in the way.
  for (const name of before.failedMigrationNames) await engine.forgetFailure(name);
  refuseForeignHistory(before);
  try {
    return await engine.apply(migrations);
  } catch (error) {
    const [failed] = (await engine.diagnose(migrations)).failedMigrationNames;
    throw explain(engine, migrations, failed, error);
  }
}

/**
 * Brings the database up to the migrations in the repository and gives the server's role its rights on what is there.
 * Two programs that start at once wait for each other. Answers the names of the migrations applied now.
 */
export async function applyMigrations(ownerUrl: string, appRole: string | null): Promise<readonly string[]> {
  const migrations = readMigrations();
  if (migrations.migrationDirectories.length === 0) throw new Complaint("prisma/migrations is empty.");
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    const applied = await withEngine(ownerUrl, readSchema(), (engine) => applyAll(engine, migrations));
    if (appRole !== null) await grantToApp(ownerUrl, appRole);
    await prepareJobQueue(ownerUrl, appRole);
    return applied;
  });
}
