import "server-only";
import { hash, verify, type Options } from "@node-rs/argon2";

/** OWASP's floor for argon2id, which is the library's default: 19 MiB, two passes, one lane. */
const parameters: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** Whether the password fits; takes as long when there is no such account, so that time does not tell the two apart. */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const right = await verify(passwordHash ?? (await decoy), password);
  return right && passwordHash !== null;
}
