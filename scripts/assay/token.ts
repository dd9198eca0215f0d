import { tokenScopes } from "../../lib/core/permissions/table";
import { Refusal } from "../../lib/core/shared/refusal";
import { tokenInputSchema, type TokenInput } from "../../lib/core/tokens/token";
import { db } from "../../lib/server/db/client";
import { makeToken } from "../../lib/server/tokens/commands";
import { Complaint } from "../process/complaint";
import { findActor } from "./find-actor";

type TokenOptions = {
  readonly email: string;
  readonly workspace: string;
  readonly scope: string | undefined;
  readonly name: string;
  readonly days: string | undefined;
  readonly json: boolean;
};

/** Makes a token for a member and prints it: alone on its line, so that a script can take it. @returns 0 */
export async function createToken(options: TokenOptions): Promise<number> {
  try {
    const actor = await findActor(options.email);
    const { token, ...made } = await makeToken(actor, options, readInput(options));
    if (token === null) throw new Error("A token was made whose secret is not known.");
    process.stdout.write(`${options.json ? JSON.stringify({ token, ...made }) : token}\n`);
    return 0;
  } catch (error) {
    throw error instanceof Refusal ? new Complaint(error.message) : error;
  } finally {
    await db().$disconnect();
  }
}

function readInput({ name, scope, days }: TokenOptions): TokenInput {
  const input = tokenInputSchema.safeParse({
    name,
    scope,
    ...(days === undefined ? {} : { days: Number(days) }),
  });
  if (input.success) return input.data;
  throw new Complaint(`--scope is one of ${tokenScopes.join(", ")}; --days, if given, is from 1 to 730.`);
}
