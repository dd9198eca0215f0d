import { parseArgs } from "node:util";
import { idSchema } from "../lib/core/shared/fields";
import { validateFiles } from "./assay/validate";
import { Complaint } from "./process/complaint";
import { live } from "./process/lifetime";
import { settleForServer } from "./process/server-settings";

const usage = `npm run assay -- import FILE|URL… --member EMAIL [--workspace SLUG] [--policy KIND] [--json]
  Brings in articles: text, Markdown, HTML, DOCX, PDF, the address of a page, or many as JSON Lines, CSV, XLSX, JSON.
  Exit code 0: everything came in; 1: something did not, and it was said what; 2: nothing could be begun.

npm run assay -- export ARTICLE --format KEY --member EMAIL [--workspace SLUG] [-o FILE] [--json]
  Writes an article's report as it stands, in one cut: csv, jsonl, json, md, html, docx, pdf, claimreview and so on.
  ARTICLE is its id; -o - writes to standard output. Exit code 0: the file is whole; 1: it was said why there is none.

npm run assay -- backup DIR [--workspace SLUG] [--json]
  Writes the whole installation, or one workspace with its members, to files in a new folder that only you can read.
  They hold password hashes. Exit code 0: the backup is whole; 1: it was said what is in the way.

npm run assay -- restore DIR [--json]
  Brings a backup into an empty installation, or a workspace into one that does not have it: all of it or nothing.
  Exit code 0: restored; 1: it was said why not, and nothing was changed.

npm run assay -- token create --member EMAIL --scope read|annotate|admin [--workspace SLUG] [--name TEXT] [--days N] [--json]
  Makes a token for the API and prints it, this once. It ends after 90 days unless --days says otherwise.
  Exit code 0: made; 1: it was said what is missing or not allowed.

npm run assay -- user create --email EMAIL --role owner|editor|reviewer|viewer --member OWNER [--workspace SLUG] [--json]
  Invites somebody and prints the link, this once; it is good for a week and for that address only. With --name NAME
  --password-stdin the account is made at once, with the password that stands on the first line of standard input.
  Exit code 0: done; 1: it was said why not, and nothing was changed.

npm run assay -- doctor [--json]
  Looks at version, folder, disk, secrets, database, durability, rights, migrations, clock and jobs. Changes nothing.
  Exit code 0: sound, perhaps with warnings; 1: a fault, said in words.

npm run assay -- validate FILE… [--site URL] [--json]
  Judges JSON-LD, or a page that carries it, by the rules for ClaimReview and Web Annotations.
  Exit code 0: no errors; 1: errors, each with its rule and place; 2: a file that could not be opened.`;

/** A command gets its arguments, and answers with the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      member: { type: "string" },
      workspace: { type: "string" },
      policy: { type: "string" },
      json: { type: "boolean", default: false },
      site: { type: "string" },
      scope: { type: "string" },
      name: { type: "string", default: "command line" },
      days: { type: "string" },
      email: { type: "string" },
      role: { type: "string" },
      "password-stdin": { type: "boolean", default: false },
      format: { type: "string" },
      output: { type: "string", short: "o" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const [command = "", ...words] = positionals;
  const run = commands[command];
  if (!run || (words.length === 0 && command !== "doctor")) throw new Complaint(usage);
  return run(words, values);
}

type Values = {
  readonly member?: string;
  readonly workspace?: string;
  readonly policy?: string;
  readonly json: boolean;
  readonly site?: string;
  readonly scope?: string;
  readonly name: string;
  readonly days?: string;
  readonly email?: string;
  readonly role?: string;
  readonly "password-stdin": boolean;
  readonly format?: string;
  readonly output?: string;
};
type Command = (words: readonly string[], values: Values) => number | Promise<number>;

/** The desk that a command is about when it is not said. */
const demo = "demo";

const commands: Readonly<Record<string, Command>> = {
  import: bringIn,
  export: writeReport,
  validate: (files, { site, json }) => validateFiles(files, { site, json }),
  token,
  user,
  doctor: async (words, { json }) => {
    if (words.length > 0) throw new Complaint(usage);
    const { examine } = await import("./assay/doctor");
    return examine(json);
  },
  backup: async ([folder = "", ...rest], { workspace = null, json }) => {
    if (rest.length > 0) throw new Complaint(usage);
    const { backUp } = await withoutServer();
    return backUp(folder, { workspace, json });
  },
  restore: async ([folder = "", ...rest], { json }) => {
    if (rest.length > 0) throw new Complaint(usage);
    const { restore } = await withoutServer();
    return restore(folder, json);
  },
};

/** Backups go past the server, to the database itself; it need not run. */
function withoutServer() {
  return import("./assay/backup");
}

async function bringIn(sources: readonly string[], values: Values): Promise<number> {
  const { member, workspace = demo, policy, json } = values;
  if (member === undefined) throw new Complaint(usage);
  try {
    settleForServer();
    const { importAll } = await import("./assay/import");
    return await importAll(sources, { email: member, workspace, policy, json });
  } catch (error) {
    // Told apart from a file that did not come in: a script may mend the one and not the other.
    if (!(error instanceof Complaint)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function writeReport([article = "", ...rest]: readonly string[], values: Values): Promise<number> {
  const { member, workspace = demo, format, output, json } = values;
  if (member === undefined || format === undefined || rest.length > 0) throw new Complaint(usage);
  if (!isId(article))
    throw new Complaint(`“${article}” is no article's id. It stands in the article's address.`);
  settleForServer();
  const { exportReport } = await import("./assay/export");
  return exportReport(article, { email: member, workspace, format, output, json });
}

async function token(words: readonly string[], values: Values): Promise<number> {
  const { member: email, workspace = demo, scope, days, name, json } = values;
  if (words.join(" ") !== "create" || email === undefined) throw new Complaint(usage);
  settleForServer();
  const { createToken } = await import("./assay/token");
  return createToken({ name, json, workspace, email, scope, days });
}

async function user(words: readonly string[], values: Values): Promise<number> {
  const { member: by, workspace = demo, email, role, name, json } = values;
  if (words.join(" ") !== "create" || by === undefined || email === undefined) throw new Complaint(usage);
  settleForServer();
  const { createUser } = await import("./assay/user");
  const passwordFrom = values["password-stdin"] ? process.stdin : null;
  return createUser({ by, workspace, email, role, name, passwordFrom, json });
}

function isId(text: string): boolean {
  return idSchema.safeParse(text).success;
}

await live(main, 2);
