import { keepClientFresh } from "./migrations/client";
import { live, type Lifetime } from "./process/lifetime";
import { step } from "./process/steps";
import { keepBuildFresh } from "./start/build";

/** Builds the program as `npm start` would, for an image or a machine that is only to run it. */
async function main({ signal }: Lifetime): Promise<number> {
  await step("client", (note) => {
    note(keepClientFresh() ? "generated" : "fresh");
  });
  await step("build", async (note) => {
    note((await keepBuildFresh(".next", signal)) ? "built" : "fresh");
  });
  return 0;
}

await live(main, 1);
