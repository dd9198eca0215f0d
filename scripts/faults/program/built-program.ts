import { join } from "node:path";
import { projectRoot } from "../../process/project";
import { nextProgram } from "../../start/build";
import { serverEnvironment } from "../../start/environment";
import { testDist } from "../../test/workplace";
import type { RunSettings } from "../run";

const preloaded = [
  join(projectRoot, "scripts", "start", "follow-parent.mjs"),
  join(projectRoot, "scripts", "faults", "program", "jumping-clock.mjs"),
].flatMap((path) => ["--import", path]);

/** The built program, started as `npm start` starts it, but with a clock that can go wrong. */
export const builtProgram: RunSettings["program"] = {
  cwd: projectRoot,
  command: (port) => [...preloaded, nextProgram, "start", "-H", "127.0.0.1", "-p", String(port)],
  env: (databaseUrl, assaySecret, origin) => ({
    ...serverEnvironment(
      { host: "127.0.0.1", port: 3000, origin, databaseUrl, secret: assaySecret, demo: false },
      { databaseUrl, assaySecret, demoPassword: null },
    ),
    ASSAY_DIST: testDist,
    // Sixteen clients send as fast as they can: how often they may is measured elsewhere.
    ASSAY_RATE_LIMIT: "0",
  }),
};
