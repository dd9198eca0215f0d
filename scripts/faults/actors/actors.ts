import { join } from "node:path";
import type { BrowsersReport, BrowsersTask, ClientsReport, ClientsTask } from "../desk";
import { startCrew } from "./crew";

export type ActorsReport = ClientsReport & { readonly atScreens: BrowsersReport };

/** All who work at the desk under test, in processes of their own. */
export type Actors = {
  readonly report: () => ActorsReport;
  /** @throws Error when some of them have ended by themselves */
  readonly check: () => void;
  /** Lets them bring to an end what they have begun. @throws Error when they do not */
  readonly finish: () => Promise<void>;
  readonly kill: () => void;
};

type Start = {
  readonly folder: string;
  /** Without a browser nobody works in one, and nobody signs in. */
  readonly chromium: string | null;
  readonly origin: string;
  readonly task: Omit<ClientsTask, "origin">;
};

export function startActors({ folder, chromium, origin, task }: Start): Actors {
  const clientsTask: ClientsTask = { ...task, origin: chromium === null ? null : origin };
  const clients = startCrew<ClientsReport>({
    name: "clients",
    script: "clients-task.ts",
    file: join(folder, "clients.json"),
    task: clientsTask,
    first: { acknowledged: 0, unknown: 0 },
  });
  const browsers = chromium === null ? null : startBrowsers(folder, { ...task, origin, chromium });
  const crews = browsers ? [clients, browsers] : [clients];
  return {
    report: () => ({ ...clients.report(), atScreens: browsers?.report() ?? {} }),
    check: () => {
      for (const crew of crews) crew.check();
    },
    finish: async () => {
      await Promise.all(crews.map((crew) => crew.finish()));
    },
    kill: () => {
      for (const { child } of crews) child.kill("SIGKILL");
    },
  };
}

const startBrowsers = (folder: string, task: BrowsersTask) =>
  startCrew<BrowsersReport>({
    name: "browsers",
    script: "browsers-task.ts",
    file: join(folder, "browsers.json"),
    task,
    first: {},
  });
