import { inject } from "vitest";
import { appRole, databaseName, withClient, withDatabase } from "../database/connection";

// Runs in the worker before each test file is loaded: the file finds a fresh copy of the migrated database in
// DATABASE_URL and may leave it as it likes. One copy per worker lives at a time.
const { templateUrl, appUrl, secret } = inject("testCluster");
const copy = `worker_${process.env["VITEST_POOL_ID"] ?? "0"}`;

await withClient(withDatabase(templateUrl, "postgres"), async (client) => {
  await client.query(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${copy} TEMPLATE ${databaseName}`);
  await client.query(`REVOKE ALL ON DATABASE ${copy} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${copy} TO ${appRole}`);
});

Object.assign(process.env, {
  DATABASE_URL: withDatabase(appUrl, copy),
  // For what the server itself may not do, such as proving that a trigger stands in the way of the owner too.
  DATABASE_OWNER_URL: withDatabase(templateUrl, copy),
  ASSAY_SECRET: secret,
  ASSAY_CHECK_ANSWERS: "1",
  ASSAY_URL: "http://127.0.0.1:3000",
  NEXTAUTH_URL: "http://127.0.0.1:3000",
  NEXTAUTH_SECRET: secret,
});
