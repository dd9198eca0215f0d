import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

/** The same browser and program as for the journeys, for whoever means harm: npm run test:security. */
export default defineConfig({
  ...journeys,
  testDir: "e2e/harm",
  testMatch: "**/*.harm.ts",
  timeout: 600_000,
});
