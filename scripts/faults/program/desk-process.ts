import { runProgram } from "../../process/program";
import type { FaultDesk } from "../desk";
import type { Judged } from "../checks/evidence";

type Settings = {
  readonly databaseUrl: string;
  readonly secret: string;
  readonly signal: AbortSignal;
};

async function ask(task: readonly string[], { databaseUrl, secret, signal }: Settings): Promise<unknown> {
  const flags = ["--conditions=react-server", "--import", "tsx", "scripts/faults/desk-task.ts"];
  const { code, output } = await runProgram([...flags, ...task], {
    signal,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      ASSAY_URL: "http://127.0.0.1:3000",
      ASSAY_SECRET: secret,
    },
  });
  if (code !== 0) throw new Error(`The step "${task[0]}" failed:\n${output.trim()}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "null") as unknown;
}

export const makeDesk = async (settings: Settings): Promise<FaultDesk> =>
  (await ask(["make"], settings)) as FaultDesk;

export const judge = async (workspaceId: string, settings: Settings): Promise<Judged> =>
  (await ask(["judge", workspaceId], settings)) as Judged;

export async function backUp(folder: string, settings: Settings): Promise<void> {
  await ask(["backup", folder], settings);
}

export async function restore(folder: string, settings: Settings): Promise<void> {
  await ask(["restore", folder], settings);
}
