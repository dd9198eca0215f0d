import { join } from "node:path";
import { provideChromium } from "../chromium";
import { appRole } from "../database/connection";
import { openScratch } from "../database/embedded";
import { applyMigrations } from "../migrations/apply";
import { describeFailure } from "../process/complaint";
import { randomFreePort } from "../process/ports";
import { runProgram } from "../process/program";
import { projectRoot } from "../process/project";
import { keepDemoDesk } from "../start/desk";
import { serverEnvironment } from "../start/environment";
import { serve } from "../start/server";
import { localAddress, type Settings } from "../start/settings";
import type { Result, Step } from "./checks";
import { oneFailed, readTally } from "./tally";
import { testDist, type Workplace } from "./workplace";

const playwright = join(projectRoot, "node_modules", "@playwright", "test", "cli.js");

type Stage = { readonly env: NodeJS.ProcessEnv; readonly serverOutput: () => string };

/** The built program on a database of its own with the demo desk in it: what a newcomer has after npm start. */
async function setStage({ signal, atEnd, folder }: Workplace): Promise<Stage> {
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
  return { env: { ...env, BASE_URL: origin, DEMO_PASSWORD: demoPassword }, serverOutput: server.output };
}

async function play(place: Workplace, say: (text: string) => void): Promise<Result> {
  const chromium = await provideChromium(say, place.signal);
  const stage = await setStage(place);
  const report = join(place.folder, "journeys.json");
  const { code, output } = await runProgram([playwright, "test", "--reporter=json,line"], {
    signal: place.signal,
    env: {
      ...stage.env,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      // The journeys make their desks with the server's own commands, which load nowhere but on a server.
      NODE_OPTIONS: "--conditions=react-server",
    },
  });
  const serverSaid = stage.serverOutput().trim();
  const whole = serverSaid ? `${output}\n--- the server said ---\n${serverSaid}` : output;
  return { tally: readTally(report, code), output: whole };
}

export const journeys: Step = {
  name: "journeys",
  run: async (place) => {
    try {
      return await play(place, (text) => process.stdout.write(`  ${text}\n`));
    } catch (error) {
      place.signal.throwIfAborted();
      return { tally: oneFailed, output: describeFailure(error) };
    }
  },
};
