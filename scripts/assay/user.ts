import { createInterface } from "node:readline/promises";
import type { Readable } from "node:stream";
import { invitationInputSchema, newcomerSchema, type InvitationInput } from "../../lib/core/members/member";
import { roles } from "../../lib/core/permissions/table";
import { Refusal } from "../../lib/core/shared/refusal";
import { db } from "../../lib/server/db/client";
import { inviteMember } from "../../lib/server/members/commands";
import { acceptInvitation } from "../../lib/server/members/links";
import { Complaint } from "../process/complaint";
import { findActor } from "./find-actor";

type UserOptions = {
  /** The owner on whose account it is done. */
  readonly by: string;
  readonly workspace: string;
  readonly email: string;
  readonly role: string | undefined;
  /** With a name and `--password-stdin` the account is made at once; without it there is a link to send. */
  readonly name: string;
  readonly passwordFrom: Readable | null;
  readonly json: boolean;
};

/** Brings somebody to a desk: by a link that they open, or with a password that is read and never an argument. @returns 0 */
export async function createUser(options: UserOptions): Promise<number> {
  try {
    const input = readInvitation(options);
    // Read and judged before anything is done: an invitation must not be left behind by a password that is too short.
    const newcomer = options.passwordFrom ? await readNewcomer(options.name, options.passwordFrom) : null;
    const { workspace, by, json } = options;
    const { link } = await inviteMember(await findActor(by), { workspace }, input);
    if (link === null) throw new Error("An invitation was made whose link is not known.");
    if (newcomer === null) {
      say(json, { email: input.email, link }, link);
      return 0;
    }
    const secret = new URL(link).pathname.split("/").at(-1) ?? "";
    await acceptInvitation(secret, { newcomer }, new Date());
    say(json, { email: input.email, role: input.role }, `${input.email} can sign in.`);
    return 0;
  } catch (error) {
    throw error instanceof Refusal ? new Complaint(error.message) : error;
  } finally {
    await db().$disconnect();
  }
}

function readInvitation({ email, role }: UserOptions): InvitationInput {
  const input = invitationInputSchema.safeParse({ email, role });
  if (input.success) return input.data;
  throw new Complaint(`--email has to be an e-mail address, and --role one of ${roles.join(", ")}.`);
}

async function readNewcomer(name: string, from: Readable) {
  const lines = createInterface({ input: from });
  const first = await lines[Symbol.asyncIterator]().next();
  lines.close();
  const newcomer = newcomerSchema.safeParse({ name, password: first.done ? "" : first.value });
  if (newcomer.success) return newcomer.data;
  const [problem] = newcomer.error.issues;
  throw new Complaint(
    `The ${String(problem?.path[0] ?? "password")} cannot be used: ${problem?.message ?? ""}.`,
  );
}

function say(json: boolean, told: Readonly<Record<string, string>>, words: string): void {
  process.stdout.write(`${json ? JSON.stringify(told) : words}\n`);
}
