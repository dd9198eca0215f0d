import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../process/project";
import { commandOf, environmentOf, stagesOf } from "./dockerfile";

describe("a Dockerfile", () => {
  it("is read stage by stage, with its lines joined and without its comments", () => {
    const stages = stagesOf(
      'FROM a AS b\n# Why\nRUN one \\\n && two\nENV A=1 \\\n    B=x=y\n\nFROM c\nCMD ["d", "e"]\n',
    );
    expect(stages.map((stage) => stage.map(({ name, rest }) => `${name} ${rest}`))).toEqual([
      ["FROM a AS b", "RUN one && two", "ENV A=1 B=x=y"],
      ["FROM c", 'CMD ["d", "e"]'],
    ]);
    expect(environmentOf(stages[0] ?? [])).toEqual({ A: "1", B: "x=y" });
    expect(commandOf(stages[1] ?? [])).toEqual(["d", "e"]);
    expect(() => commandOf(stages[0] ?? [])).toThrow("starts nothing");
  });

  it("of ours runs as somebody who may not write, and builds with more than it carries", () => {
    const [build = [], image = []] = stagesOf(
      readFileSync(join(projectRoot, "deploy", "Dockerfile"), "utf8"),
    );
    expect(image.find(({ name }) => name === "USER")?.rest).toBe("node");
    expect(image.some(({ name }) => name === "HEALTHCHECK")).toBe(true);
    const runs = build.filter(({ name }) => name === "RUN").map(({ rest }) => rest);
    expect(runs.findIndex((run) => run.includes("npm run build"))).toBeLessThan(
      runs.findIndex((run) => run.includes("--omit=dev --ignore-scripts")),
    );
  });
});
