import { appRole } from "../database/connection";
import { openScratch } from "../database/embedded";
import { applyMigrations } from "../migrations/apply";
import { randomFreePort } from "../process/ports";
import { keepDemoDesk } from "../start/desk";
import { serverEnvironment } from "../start/environment";
import { serve } from "../start/server";
import { localAddress, type Settings } from "../start/settings";
import { testDist, type Workplace } from "./workplace";

export type Stage = { readonly env: NodeJS.ProcessEnv; readonly serverOutput: () => string };

/** The built program on a database of its own with the demo desk in it: what a newcomer has after npm start. */
export async function setStage({ signal, atEnd, folder }: Workplace): Promise<Stage> {
  const database = await openScratch();
  atEnd(database.stop);
  await applyMigrations(database.ownerUrl, appRole);
  const port = await randomFreePort("127.0.0.1");
  const origin = `http://127.0.0.1:${port}`;
  const settings: Settings = { host: "127.0.0.1", port, origin, databaseUrl: null, secret: null, demo: true };
  const { assaySecret, demoPassword } = database.secrets;
  const secrets = { databaseUrl: database.appUrl, assaySecret, demoPassword };
  const env = { ...serverEnvironment(settings, secrets), ASSAY_DIST: testDist, ASSAY_CHECK_ANSWERS: "1" };
  await keepDemoDesk(secrets, env, folder);
  const address = localAddress(settings);
  const server = await serve({ host: settings.host, port, address, env, signal, quiet: true }, (started) => {
    atEnd(started.stop);
  });
  // The journeys make their desks with the server's own commands, which load nowhere but on a server.
  const journeysOwn = {
    BASE_URL: origin,
    DEMO_PASSWORD: demoPassword,
    NODE_OPTIONS: "--conditions=react-server",
  };
  return { env: { ...env, ...journeysOwn }, serverOutput: server.output };
}
