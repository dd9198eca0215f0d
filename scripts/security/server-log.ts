import { testPassword } from "@/seeds/factories";
import type { Ran } from "./judge";

/** A word that the tests which mean harm put into notes, passwords and addresses: it belongs into no log. */
const canaries: readonly (string | RegExp)[] = [
  testPassword,
  "canary",
  // A session, a token of the API, the secret of a link.
  /eyJ[\w-]{8,}\.{1,2}[\w-]{8,}/,
  /assay_[\w-]{20,}/,
  /\/(?:reset|invitations|setup)\/[\w-]{20,}/,
];

/** What the server has said through all journeys and harm, held against what it must never say. */
export function readServerLog(said: string): Ran {
  const found = canaries.filter((canary) =>
    typeof canary === "string" ? said.includes(canary) : canary.test(said),
  );
  const lines = said.split("\n").filter((line) => found.some((canary) => line.match(canary) !== null));
  if (found.length > 0) process.stdout.write(`the server said what it must not:\n${lines.join("\n")}\n`);
  return {
    file: "scripts/security/server-log.ts",
    name: "nothing that is secret stands in what the server said",
    passed: found.length === 0,
  };
}
