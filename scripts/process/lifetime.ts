import { describeFailure } from "./complaint";
import { pause } from "./living";

/** From the first step of a program to its end, however that comes. */
export type Lifetime = {
  /** Aborted by Ctrl-C, a signal, or the end of the process that started us. */
  readonly signal: AbortSignal;
  /** What has to be undone at the end; the latest first. */
  readonly atEnd: (undo: () => Promise<void> | void) => void;
  /** The last thing to be said, after everything is undone; not said at all when the program was stopped. */
  readonly lastWords: (text: string) => void;
  /** Throws when it is time to stop. Called between steps that are better not cut in two. */
  readonly check: () => void;
};

export class Interrupted extends Error {}

function watchForEnd(stop: () => void): void {
  // A terminal's Ctrl-C, npm's forwarded signal and the closed channel may all arrive for one and the same wish.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  process.on("disconnect", stop);
  // A terminal or pipe that went away must not keep us from tidying up.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
}

/** Runs a program, undoes what it did, and ends the process with its exit code, or `whenStopped` after a stop. */
export async function live(main: (life: Lifetime) => Promise<number>, whenStopped: number): Promise<never> {
  const controller = new AbortController();
  const { signal } = controller;
  let farewell = "";
  const undoing: (() => Promise<void> | void)[] = [];
  watchForEnd(() => {
    controller.abort(new Interrupted());
  });
  const life: Lifetime = {
    signal,
    lastWords: (text) => (farewell = text),
    atEnd: (undo) => {
      undoing.push(undo);
    },
    check: () => {
      if (signal.aborted) throw new Interrupted();
    },
  };
  let code: number;
  try {
    code = await main(life);
  } catch (error) {
    // A program that Ctrl-C killed beside us may fail before our own signal has been delivered.
    await pause(50);
    code = 1;
    if (!signal.aborted) process.stderr.write(`\n${describeFailure(error)}\n`);
  }
  for (const undo of undoing.reverse()) {
    try {
      await undo();
    } catch (error) {
      process.stderr.write(`${describeFailure(error)}\n`);
      code = 1;
    }
  }
  if (!signal.aborted) process.stdout.write(farewell);
  process.exit(signal.aborted ? whenStopped : code);
}
