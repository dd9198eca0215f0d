import { parseArgs } from "node:util";
import { validateFiles } from "./assay/validate";
import { Complaint } from "./process/complaint";
import { live } from "./process/lifetime";
import { settleForServer } from "./process/server-settings";

const usage = `npm run assay -- import FILE|URL… --member EMAIL [--workspace SLUG] [--policy KIND] [--json]
  Brings in articles: text, Markdown, HTML, DOCX, PDF, the address of a page, or many as JSON Lines, CSV, XLSX, JSON.
  Exit code 0: everything came in; 1: something did not, and it was said what; 2: nothing could be begun.

npm run assay -- token create --member EMAIL --scope read|annotate|admin [--workspace SLUG] [--name TEXT] [--days N] [--json]
  Makes a token for the API and prints it, this once. It ends after 90 days unless --days says otherwise.
  Exit code 0: made; 2: it was said what is missing or not allowed.

npm run assay -- validate FILE… [--site URL] [--json]
  Judges JSON-LD, or a page that carries it, by the rules for ClaimReview and Web Annotations.
  Exit code 0: no errors; 1: errors, each with its rule and place; 2: a file that could not be opened.`;

/** A command gets its arguments, and answers with the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      member: { type: "string" },
      workspace: { type: "string", default: "demo" },
      policy: { type: "string" },
      json: { type: "boolean", default: false },
      site: { type: "string" },
      scope: { type: "string" },
      name: { type: "string", default: "command line" },
      days: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const [command, ...sources] = positionals;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (command === "validate" && sources.length > 0) return validateFiles(sources, values);
  if (command === "token") return token(sources, values);
  if (command !== "import" || sources.length === 0 || values.member === undefined) throw new Complaint(usage);
  settleForServer();
  const { importAll } = await import("./assay/import");
  const { member, workspace, policy, json } = values;
  return importAll(sources, { email: member, workspace, policy, json });
}

type TokenValues = {
  readonly member?: string;
  readonly workspace: string;
  readonly scope?: string;
  readonly name: string;
  readonly days?: string;
  readonly json: boolean;
};

async function token(words: readonly string[], values: TokenValues): Promise<number> {
  const { member: email, scope, days, ...rest } = values;
  if (words.join(" ") !== "create" || email === undefined) throw new Complaint(usage);
  settleForServer();
  const { createToken } = await import("./assay/token");
  return createToken({ ...rest, email, scope, days });
}

await live(main, 2);
