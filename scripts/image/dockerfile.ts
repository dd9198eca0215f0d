export type Instruction = { readonly name: string; readonly rest: string };

/** The instructions of each stage of a Dockerfile: continued lines are joined, comments left out. */
export function stagesOf(text: string): readonly (readonly Instruction[])[] {
  const lines = text
    .split("\n")
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join("\n")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n");
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [name = ""] = line.split(/\s/, 1);
    const rest = line.slice(name.length).trim();
    if (name === "FROM") stages.push([]);
    stages.at(-1)?.push({ name, rest });
  }
  return stages;
}

/** What the ENV instructions of a stage set. */
export function environmentOf(stage: readonly Instruction[]): Readonly<Record<string, string>> {
  const pairs = stage.filter(({ name }) => name === "ENV").flatMap(({ rest }) => rest.split(/\s+/));
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
}

/** The program that the last CMD of a stage starts, in its JSON form. @throws Error when there is none */
export function commandOf(stage: readonly Instruction[]): readonly string[] {
  const command = stage.findLast(({ name }) => name === "CMD");
  if (!command) throw new Error("The stage starts nothing.");
  return JSON.parse(command.rest) as readonly string[];
}
