import { defineConfig } from "@playwright/test";

// Started by scripts/test/journeys.ts, which serves the built program and says where, and with which browser.
const {
  BASE_URL: baseURL = "http://127.0.0.1:3000",
  CHROMIUM_PATH: executablePath,
  ASSAY_TRACE,
} = process.env;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  // Room for a machine with much else to do; nothing waits for its own sake.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    locale: "en-GB",
    timezoneId: "Pacific/Chatham",
    // Recording every step takes as long again as taking it: only for whoever is looking for something.
    trace: ASSAY_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: executablePath ? { executablePath } : {},
  },
});
