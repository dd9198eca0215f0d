import { applyMigrations } from "./migrations/apply";
import { checkMigrations, createMigration } from "./migrations/compare";
import { keepClientFresh } from "./migrations/client";
import { withMigrationTarget } from "./database/target";
import { Complaint, describeFailure } from "./process/complaint";

const usage = `npm run migrate                     apply the migrations to the database that npm start uses
npm run migrate -- create <name>    write the next migration from what changed in prisma/schema.prisma
npm run migrate -- check            fail when the migrations and prisma/schema.prisma differ
npm run migrate -- generate         write the Prisma client`;

async function apply(): Promise<string> {
  const applied = await withMigrationTarget(({ ownerUrl, appRole }) => applyMigrations(ownerUrl, appRole));
  return applied.length === 0 ? "Nothing to apply." : applied.map((name) => `Applied ${name}`).join("\n");
}

async function create(name: string | undefined): Promise<string> {
  if (!name) throw new Complaint(usage);
  const path = await createMigration(name, new Date());
  return path === null
    ? "The migrations already say what the schema says."
    : `Wrote ${path}. Read it before you use it.`;
}

async function run([command, name]: readonly string[]): Promise<string> {
  switch (command) {
    case undefined:
      return apply();
    case "create":
      return create(name);
    case "check":
      await checkMigrations();
      return "The migrations and the schema agree.";
    case "generate":
      return keepClientFresh() ? "Generated the Prisma client." : "The Prisma client is fresh.";
    default:
      throw new Complaint(usage);
  }
}

try {
  process.stdout.write(`${await run(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
