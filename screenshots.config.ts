import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

/** The same browser as for the journeys; the pictures are taken by a list of their own. */
export default defineConfig({
  ...journeys,
  testDir: "e2e/pictures",
  testMatch: "**/*.pictures.ts",
  timeout: 600_000,
});
