import { forgetSeeding, noteSeeding } from "../database/half-seeded";
import { withClient } from "../database/connection";
import { Complaint } from "../process/complaint";
import { runProgram } from "../process/program";
import type { ServerSecrets } from "./environment";

async function isEmpty(databaseUrl: string, table: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const found = await client.query(`select 1 from "${table}" limit 1`);
    return found.rowCount === 0;
  });
}

/**
 * Seeding runs in a process of its own: it wants the server's environment and leaves its connections behind.
 * Not cut off by Ctrl-C, so that there is never half a desk.
 */
async function inDesk(task: "demo" | "setup-link", env: NodeJS.ProcessEnv): Promise<string> {
  const flags = ["--conditions=react-server", "--import", "tsx", "scripts/start/desk-task.ts", task];
  const { code, output } = await runProgram(flags, { env, signal: new AbortController().signal });
  if (code !== 0) throw new Complaint(`The step "${task}" failed:\n${output.trim()}`);
  return output.trim();
}

/** The demo desk, on a database that has no workspace yet. Answers whether it was made now. */
export async function keepDemoDesk(
  secrets: ServerSecrets,
  env: NodeJS.ProcessEnv,
  folder: string,
): Promise<boolean> {
  if (secrets.demoPassword === null || !(await isEmpty(secrets.databaseUrl, "workspace"))) return false;
  noteSeeding(folder);
  await inDesk("demo", env);
  forgetSeeding(folder);
  return true;
}

/** A one-time link with which the first person becomes the owner; null when there is somebody already. */
export async function findSetupLink(databaseUrl: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  if (!(await isEmpty(databaseUrl, "user"))) return null;
  const said = await inDesk("setup-link", env);
  return said.split("\n").at(-1) ?? null;
}
