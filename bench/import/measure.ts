import { createDesk } from "../../seeds/factories";
import { getJob } from "../../lib/server/jobs/queries";
import { importDelivery } from "../../lib/server/imports/commands";
import { runImport } from "../../lib/server/imports/run-import";
import { articleLine } from "./article-line";

async function* file(articles: number, sentences: number): AsyncGenerator<Buffer> {
  for (let number = 0; number < articles; number += 1) {
    yield await Promise.resolve(Buffer.from(articleLine(number, sentences)));
  }
}

/** Brings a file in as the API and its job do, and says how long each of them took. */
export async function importFile(articles: number, sentences: number) {
  const desk = await createDesk("Bench desk");
  const target = { workspace: desk.slug };
  const began = performance.now();
  const started = await importDelivery(desk.editor.actor, target, {
    from: "file",
    receive: async (take) => {
      const taken = await take({ name: "bench.jsonl", mediaType: "", content: file(articles, sentences) });
      return { taken, fields: {}, operation: null };
    },
  });
  if (started.outcome !== "started") throw new Error("The file was taken for one article");
  const received = performance.now();
  const { jobId } = started;
  await runImport({ workspaceId: desk.workspaceId, jobId }, new AbortController().signal);
  const done = performance.now();
  const { state, claims } = await getJob(desk.editor.actor, { ...target, jobId });
  if (state !== "done") throw new Error(`The job is ${state}`);
  return { receiveS: (received - began) / 1_000, jobS: (done - received) / 1_000, claims };
}
