import { readdirSync } from "node:fs";
import { join } from "node:path";

const app = join(import.meta.dirname, "../../app");

const found = (folder: string, file: RegExp): readonly string[] =>
  readdirSync(join(app, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => file.test(path))
    .map((path) =>
      `/${join(folder, path)}`.replace(/\/(?:page|route)\.tsx?$/, "").replaceAll(/\/\([a-z]+\)/g, ""),
    );

type Ids = Readonly<Record<string, string>>;

const nobodys = "00000000-0000-7000-8000-000000000000";

/** The ids put into an address; one that is not given is that of nothing. */
const fill = (address: string, ids: Ids): string =>
  address.replaceAll(
    /\[(\w+)\]/g,
    (_, name: string) => ids[name] ?? (name === "number" || name === "version" ? "1" : nobodys),
  );

/** Every page of a desk. */
export function memberPaths(slug: string, ids: Ids): readonly string[] {
  return found("(desk)", /page\.tsx$/).map((address) => fill(address, { workspace: slug, ...ids }));
}

/** Every address of the API below a desk that can be read; live feeds, which never end, left out. */
export function apiPaths(slug: string, ids: Ids): readonly string[] {
  return found("api/v1/workspaces", /route\.ts$/)
    .filter((address) => !/\/events$|\/feed$/.test(address))
    .map((address) => fill(address, { workspace: slug, ...ids }));
}
