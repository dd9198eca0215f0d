import { Client } from "pg";

export const ownerRole = "assay_owner";
export const appRole = "assay_app";
export const databaseName = "assay";

export type Server = { readonly host: string; readonly port: number; readonly password: string };

export function urlOf(
  server: Server,
  database: string,
  role = ownerRole,
  password = server.password,
): string {
  return `postgresql://${role}:${password}@${server.host}:${server.port}/${database}`;
}

/** The same server and role, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function withClient<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // Without a listener a server that goes away between two queries ends the whole process with a stack trace.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const notUpYet = new Set(["57P03", "ECONNREFUSED", "ECONNRESET"]);

/** False while the server comes up; throws when it answers with a refusal, such as a wrong password. */
export async function canConnect(server: Server): Promise<boolean> {
  try {
    await withClient(urlOf(server, "postgres"), (client) => client.query("select 1"));
    return true;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if ((code !== undefined && notUpYet.has(code)) || message.includes("terminated unexpectedly"))
      return false;
    throw error;
  }
}
