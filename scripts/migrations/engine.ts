import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationAdapter, type LastRefusal } from "./engine-adapter";
import type { MigrationFolder, SchemaFile } from "./folder";

/**
 * Prisma's schema engine as WebAssembly: the native one would have to be downloaded from Prisma's own server, which
 * a machine with nothing but the npm registry cannot reach.
 */
export type Engine = {
  readonly apply: (migrations: MigrationFolder) => Promise<readonly string[]>;
  readonly diagnose: (migrations: MigrationFolder) => Promise<Diagnosis>;
  readonly forgetFailure: (migration: string) => Promise<void>;
  /** What would have to be done to this database to make it what the schema says; "" when it is that already. */
  readonly missing: (schema: SchemaFile, format: "sql" | "words") => Promise<string>;
  /** What PostgreSQL said when a migration failed. */
  readonly refusal: LastRefusal;
};

type Diagnosis = Awaited<ReturnType<bindings.SchemaEngine["diagnoseMigrationHistory"]>>;

const filters = { externalTables: [], externalEnums: [] };

// The engine forgets its ten-second timers, and each would keep a finished program alive until it rings.
const unhurriedTimeout = (run: () => void, milliseconds: number): NodeJS.Timeout => {
  return setTimeout(run, milliseconds >>> 0).unref();
};

let loading: Promise<void> | null = null;

async function loadBindings(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = readFileSync(join(dirname(entry), "schema_engine_bg.wasm"));
  const imports = Object.entries(bindings).map(([name, value]) =>
    name.startsWith("__wbg_setTimeout") ? [name, unhurriedTimeout] : [name, value],
  );
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": Object.fromEntries(imports) as WebAssembly.ModuleImports,
  });
  const { __wbg_set_wasm: install } = bindings as unknown as { __wbg_set_wasm: (exports: unknown) => void };
  install(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  // The engine reports its own bugs through this global and dies of a missing one without a word.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        process.stderr.write(`${message}\n`);
      },
    },
  });
}

export async function withEngine<T>(
  ownerUrl: string,
  schema: SchemaFile,
  run: (engine: Engine) => Promise<T>,
): Promise<T> {
  loading ??= loadBindings();
  await loading;
  const refusal: LastRefusal = { error: null };
  const { factory, close } = migrationAdapter(ownerUrl, refusal);
  const files = [schema];
  const ignoreLog = () => undefined;
  const datamodels: [string, string][] = [[schema.path, schema.content]];
  const engine = await bindings.SchemaEngine.new({ datamodels }, ignoreLog, factory);
  try {
    return await run({
      refusal,
      apply: async (migrationsList) =>
        (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames,
      diagnose: (migrationsList) =>
        engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
      forgetFailure: async (migrationName) => {
        await engine.markMigrationRolledBack({ migrationName });
      },
      missing: async (wanted, format) => {
        const { stdout, exitCode } = await engine.diff({
          from: { tag: "schemaDatasource", files, configDir: dirname(schema.path) },
          to: { tag: "schemaDatamodel", files: [wanted] },
          script: format === "sql",
          exitCode: true,
          filters,
        });
        return exitCode === 0 ? "" : (stdout ?? "").trim();
      },
    });
  } finally {
    engine.free();
    await close();
  }
}
