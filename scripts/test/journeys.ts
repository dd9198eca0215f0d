import { join } from "node:path";
import { provideChromium } from "../chromium";
import { describeFailure } from "../process/complaint";
import { runProgram } from "../process/program";
import { projectRoot } from "../process/project";
import type { Result, Step } from "./checks";
import { oneFailed, readTally } from "./tally";
import { setStage } from "./stage";
import type { Workplace } from "./workplace";

const playwright = join(projectRoot, "node_modules", "@playwright", "test", "cli.js");

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
