import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { pause } from "../../process/living";
import { projectRoot } from "../../process/project";

/** Actors in a process of their own: whoever kills the program must not hold up those who wait for its answers. */
export type Crew<Report> = {
  readonly child: ChildProcess;
  /** The newest that they have told. */
  readonly report: () => Report;
  /** @throws Error when their process has ended by itself */
  readonly check: () => void;
  /** Lets them bring to an end what they have begun. @throws Error when they do not within four minutes */
  readonly finish: () => Promise<void>;
};

const finishPatienceMs = 240_000;

type Start<Report> = {
  readonly name: string;
  /** Which script, and the file that its task is written to. */
  readonly script: string;
  readonly file: string;
  readonly task: unknown;
  readonly first: Report;
};

export function startCrew<Report>({ name, script, file, task, first }: Start<Report>): Crew<Report> {
  writeFileSync(file, JSON.stringify(task), { mode: 0o600 });
  const flags = ["--conditions=react-server", "--import", "tsx", `scripts/faults/actors/${script}`, file];
  const child = spawn(process.execPath, flags, {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let report = first;
  let said = "";
  const hear = (chunk: Buffer) => (said = `${said}${chunk.toString("utf8")}`.slice(-5_000));
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  child.on("message", (news) => (report = news as Report));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    report: () => report,
    check: () => {
      if (isOver()) throw new Error(`The ${name} ended by themselves. They said:\n${said}`);
    },
    finish: async () => {
      child.send("finish");
      const code = await Promise.race([ended, pause(finishPatienceMs).then(() => "late" as const)]);
      if (code !== 0) throw new Error(`The ${name} did not come to an end (${String(code)}):\n${said}`);
    },
  };
}
