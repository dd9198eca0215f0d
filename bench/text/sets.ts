import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { GoldText } from "../../lib/core/text/boundary-score";

export type GoldSet = {
  readonly name: string;
  readonly language: string;
  readonly texts: readonly GoldText[];
};

const goldTexts = z.array(z.object({ text: z.string(), spans: z.array(z.tuple([z.number(), z.number()])) }));

/** Folders that may hold gold: the shared data beside the checkout, and whatever the caller points at. */
function folders(): readonly string[] {
  const shared = join(import.meta.dirname, "../../../shared/data/segmentation");
  const asked = process.env["ASSAY_BENCH_DATA"];
  return [shared, ...(asked ? [asked] : [])].filter((folder) => existsSync(folder));
}

/** Every `*.json` of the shape `[{ text, spans: [[start, end], …] }, …]`; the language is what its name begins with. */
export function loadGoldSets(): readonly GoldSet[] {
  return folders().flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .flatMap((name) => {
        const parsed = goldTexts.safeParse(JSON.parse(readFileSync(join(folder, name), "utf8")));
        if (!parsed.success) return [];
        return [{ name: basename(name, ".json"), language: name.slice(0, 2), texts: parsed.data }];
      }),
  );
}
