import "server-only";

const turnMs = 2;
/** For each part of work so many parts are left to others. */
const share = 3;

/**
 * Runs long arithmetic in short turns with longer pauses in between, so that saves in the same process do not queue
 * behind it.
 */
export async function inTurns<T>(running: Generator<void, T>): Promise<T> {
  for (;;) {
    const began = performance.now();
    while (performance.now() - began < turnMs) {
      const step = running.next();
      if (step.done) return step.value;
    }
    await new Promise((resolve) => setTimeout(resolve, share * (performance.now() - began)));
  }
}
