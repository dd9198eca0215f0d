import { randomBytes, randomInt } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Complaint } from "../process/complaint";

/** What one installation keeps to itself. Hexadecimal, so that nothing needs escaping in a URL or in SQL. */
export type Secrets = {
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly assaySecret: string;
  readonly demoPassword: string;
};

const words = (
  "amber anchor apple arrow autumn bamboo barley basil beacon birch bramble breeze brook canyon cedar cherry " +
  "clover cobalt copper coral cotton cricket crystal dahlia delta ember falcon fennel fern finch forest garnet " +
  "ginger glacier granite harbor hazel heron honey indigo island ivory jasmine juniper kelp lantern lark laurel " +
  "lemon lichen lilac linen lotus maple marble meadow mint mango nectar nutmeg oasis ocean olive onyx opal orchid " +
  "otter pebble pepper pine plum poppy prairie quartz quill raven reed river robin rosemary saffron sage sparrow " +
  "spruce summit sunset teal thistle thunder tulip tundra velvet violet walnut willow winter wren yarrow zephyr"
).split(" ");

function readablePassword(): string {
  const picked = Array.from({ length: 3 }, () => words[randomInt(words.length)] ?? "assay");
  return `${picked.join("-")}-${randomInt(1000, 10_000)}`;
}

export function createSecrets(): Secrets {
  const hex = (bytes: number) => randomBytes(bytes).toString("hex");
  return {
    ownerPassword: hex(24),
    appPassword: hex(24),
    assaySecret: hex(32),
    demoPassword: readablePassword(),
  };
}

const isSecrets = (value: unknown): value is Secrets =>
  typeof value === "object" &&
  value !== null &&
  ["ownerPassword", "appPassword", "assaySecret", "demoPassword"].every(
    (key) => typeof (value as Record<string, unknown>)[key] === "string",
  );

/** Reads `secrets.json` in the data folder, or makes it, readable by its owner only. */
export function keepSecrets(dataFolder: string): Secrets {
  const path = join(dataFolder, "secrets.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    const made = createSecrets();
    // Renamed into place: a crash half-way must not leave half the passwords of a database.
    writeFileSync(`${path}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
    return made;
  }
  try {
    const kept: unknown = JSON.parse(text);
    if (isSecrets(kept)) return kept;
  } catch {
    // Said below, together with the other way of being unreadable.
  }
  throw new Complaint(`${path} is damaged. Restore it from a backup: it holds the database's passwords.`);
}
