import { readFileSync } from "node:fs";
import type { ClientsReport, ClientsTask } from "../desk";
import { openHistory, type HistoryLine } from "../history";
import { runClient } from "./clients";

// The clients have a process of their own: whoever kills the program must not hold up those who wait for its answers.
const task = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as ClientsTask;
const write = openHistory(task.historyFile);
const began = performance.now();
let over = false;
let acknowledged = 0;
let unknown = 0;

process.on("message", () => (over = true));
process.on("disconnect", () => process.exit(1));

const tell = (line: HistoryLine) => {
  if (line.event === "ok") acknowledged += 1;
  if (line.event === "unknown") unknown += 1;
  write(line);
};
const now = () => performance.now() - began;

const report = () => {
  const news: ClientsReport = { acknowledged, unknown };
  process.send?.(news);
};
setInterval(report, 500).unref();
await Promise.all(
  Array.from({ length: task.clients }, (_, number) => runClient({ task, tell, now }, number, () => over)),
);
report();
process.exit(0);
