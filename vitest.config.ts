import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: here("./") },
      // Inside Next this package is empty too; everywhere else it throws.
      { find: "server-only", replacement: here("./node_modules/server-only/empty.js") },
    ],
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "pure",
          include: ["lib/core/**/*.test.ts", "lib/client/**/*.test.ts", "components/**/*.test.ts"],
          setupFiles: ["scripts/test/property-seed.ts"],
          // A safety net only: how fast this machine is must not decide what passes.
          testTimeout: 120_000,
          // An odd zone (13:45 ahead in summer) for whatever silently reads the machine's own.
          env: { TZ: "Pacific/Chatham" },
        },
      },
      {
        ...shared,
        test: {
          name: "database",
          include: ["lib/server/**/*.test.ts", "app/**/*.test.ts", "seeds/**/*.test.ts"],
          globalSetup: ["scripts/test/database-server.ts"],
          setupFiles: ["scripts/test/property-seed.ts", "scripts/test/database-copy.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "guards",
          include: ["scripts/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
