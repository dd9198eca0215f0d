import { Complaint } from "../process/complaint";
import { isPortFree } from "../process/ports";

export type Settings = {
  readonly host: string;
  readonly port: number;
  /** What people type into their browser. */
  readonly origin: string;
  /** DATABASE_URL; null means the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** ASSAY_SECRET as given; the embedded database keeps one of its own. */
  readonly secret: string | null;
  /** The demo desk's passwords are printed at start: nobody but this machine may get as far as the sign-in page. */
  readonly demo: boolean;
};

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

const inUrl = (host: string): string => (host.includes(":") ? `[${host}]` : host);

async function choosePort(asked: string | undefined, host: string): Promise<number> {
  if (asked) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Complaint(`PORT is "${asked}"; it has to be a number from 1 to 65535.`);
    }
    if (await isPortFree(port, host)) return port;
    throw new Complaint(
      `Port ${port} on ${host} is taken or not allowed. Choose another one (PORT=3100 npm start), or leave PORT out.`,
    );
  }
  for (let port = 3000; port < 3100; port += 1) {
    if (await isPortFree(port, host)) return port;
  }
  throw new Complaint(`No port from 3000 to 3099 is free on ${host}. Is HOST an address of this machine?`);
}

function parseOrigin(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new Complaint(
      `ASSAY_URL is "${given}": browsers keep drafts and sign in safely over https only. Put a proxy that ends TLS in\n` +
        `front of Assay and give its address, such as https://${url.hostname}`,
    );
  }
  if (url && (url.protocol === "https:" || url.protocol === "http:") && url.pathname === "/") return url;
  throw new Complaint(`ASSAY_URL is "${given}"; it has to be an origin such as https://assay.example.org`);
}

function chooseOrigin(given: string | undefined, host: string, port: number): string {
  if (given) return parseOrigin(given).origin;
  if (isLoopback(host)) return `http://${inUrl(host)}:${port}`;
  throw new Complaint(
    `HOST is ${host}, so others can reach Assay: say under which address, for example\n` +
      "  ASSAY_URL=https://assay.example.org npm start",
  );
}

/** Words that people leave standing when they copy an example. */
const exampleValue = /change.?me|example|secret|password|replace|your.|xxxx|1234567|^(.)\1+$/i;

function checkSecret(secret: string | undefined, databaseUrl: string | null): string | null {
  if (!secret) {
    if (databaseUrl === null) return null;
    throw new Complaint(
      "With DATABASE_URL, ASSAY_SECRET has to be set too. Make one and keep it:  openssl rand -hex 32",
    );
  }
  if (secret.length < 32 || exampleValue.test(secret)) {
    throw new Complaint(
      "ASSAY_SECRET is too easy to guess: it needs at least 32 random characters, for example from\n  openssl rand -hex 32",
    );
  }
  return secret;
}

function checkDatabaseUrl(given: string | undefined): string | null {
  if (!given) return null;
  if (URL.canParse(given) && /^postgres(ql)?:$/.test(new URL(given).protocol)) return given;
  throw new Complaint("DATABASE_URL has to look like postgresql://user:password@host:5432/database");
}

export async function readSettings(env: NodeJS.ProcessEnv): Promise<Settings> {
  const host = env["HOST"] ?? "127.0.0.1";
  const databaseUrl = checkDatabaseUrl(env["DATABASE_URL"]);
  const secret = checkSecret(env["ASSAY_SECRET"], databaseUrl);
  const port = await choosePort(env["PORT"], host);
  const origin = chooseOrigin(env["ASSAY_URL"], host, port);
  const reachedLocally = isLoopback(host) && isLoopback(new URL(origin).hostname.replace(/^\[|\]$/g, ""));
  return { host, port, origin, databaseUrl, secret, demo: databaseUrl === null && reachedLocally };
}

/** Where this machine itself can ask whether the server answers. */
export function localAddress({ host, port }: Settings): string {
  const any = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${inUrl(any)}:${port}`;
}
