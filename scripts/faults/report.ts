import type { Finding } from "./checks/all-checks";
import type { Progress } from "./run";

const shownFindings = 5;

/** What was injected, what was acknowledged, and what each check found, in lines for the terminal. */
export function describeRun(
  counts: ReadonlyMap<string, number>,
  progress: Progress,
  findings: readonly Finding[],
): string {
  const names = [...counts.keys()];
  const ofKind = (wanted: (name: string) => boolean) =>
    names
      .filter(wanted)
      .sort()
      .map((name) => `${counts.get(name) ?? 0} × ${name}`);
  const isCell = (name: string) => name.startsWith("cell ");
  const cells = names.filter((name) => isCell(name) && !name.endsWith(")")).length;
  const missedCells = names.filter((name) => isCell(name) && name.endsWith(")"));
  const atScreens = Object.entries(progress.atScreens).map(([what, times]) => `${times} × ${what}`);
  return [
    `  ${progress.acknowledged} writes acknowledged in ${progress.seconds.toFixed(0)} s, ${progress.unknown} answers lost and asked for again`,
    `  steps of a save × fault: ${cells} of them met${missedCells.length > 0 ? `; ${missedCells.join(", ")}` : ""}`,
    `  in two browsers: ${atScreens.join(", ") || "nothing"}`,
    ...ofKind((name) => !isCell(name)).map((line) => `  ${line}`),
    ...findings.flatMap(({ id, title, findings: found }) => [
      `  ${id.padEnd(4)} ${String(found.length).padStart(5)}  ${title}`,
      ...found.slice(0, shownFindings).map((line) => `           ${line}`),
    ]),
  ].join("\n");
}

/** What the program's log has on the failures that its answers named. */
export function explain(findings: readonly Finding[], serverWords: string): string {
  const said = JSON.stringify(findings);
  return serverWords
    .split("\n")
    .filter((line) => {
      const requestId = /"requestId":"([0-9a-f-]{36})"/.exec(line)?.[1];
      return requestId !== undefined && said.includes(requestId);
    })
    .join("\n");
}
