import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { provideChromium } from "./chromium";
import { keepClientFresh } from "./migrations/client";
import { live, type Lifetime } from "./process/lifetime";
import { runProgram } from "./process/program";
import { projectRoot } from "./process/project";
import { keepBuildFresh } from "./start/build";
import { setStage } from "./test/stage";
import { testDist } from "./test/workplace";

const playwright = join(projectRoot, "node_modules", "@playwright", "test", "cli.js");
const folder = join(projectRoot, "screenshots");
const looks = ["light", "dark", "phone", "print"] as const;

/** One page on which every screen lies in its four looks, side by side. */
function contactSheet(files: readonly string[]): string {
  const screens = [...new Set(files.map((file) => file.replace(/\.[a-z]+\.png$/, "")))].sort();
  const picture = (screen: string, look: string) => {
    const file = `${screen}.${look}.png`;
    if (!files.includes(file)) return "<td></td>";
    return `<td><a href="${file}"><img src="${file}" alt="${screen}, ${look}" loading="lazy" width="340"></a></td>`;
  };
  const rows = screens.map(
    (screen) => `<tr><th>${screen}</th>${looks.map((look) => picture(screen, look)).join("")}</tr>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Every screen</title>
<style>body{font:14px system-ui}td,th{vertical-align:top;padding:6px;text-align:left}img{border:1px solid #999}</style>
<table><tr><th></th>${looks.map((look) => `<th>${look}</th>`).join("")}</tr>${rows.join("\n")}</table>\n`;
}

/** Takes a picture of every screen, light, dark, on a phone and on paper; `npm run screenshots -- -g queue` of some. */
async function main(life: Lifetime): Promise<number> {
  const workplace = mkdtempSync(join(tmpdir(), "assay-screenshots-"));
  life.atEnd(() => {
    rmSync(workplace, { recursive: true, force: true });
  });
  keepClientFresh();
  await keepBuildFresh(testDist, life.signal);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const chromium = await provideChromium(say, life.signal);
  const stage = await setStage({ folder: workplace, signal: life.signal, atEnd: life.atEnd });
  const chosen = process.argv.slice(2);
  if (chosen.length === 0) rmSync(folder, { recursive: true, force: true });
  const { code } = await runProgram(
    [playwright, "test", "--config=screenshots.config.ts", "--reporter=list", ...chosen],
    {
      signal: life.signal,
      env: { ...stage.env, CHROMIUM_PATH: chromium, ASSAY_PICTURES: folder },
      onOutput: (text) => process.stdout.write(text),
    },
  );
  const files = readdirSync(folder).filter((file) => file.endsWith(".png"));
  writeFileSync(join(folder, "index.html"), contactSheet(files));
  life.lastWords(`${files.length} pictures; side by side in screenshots/index.html\n`);
  return code;
}

await live(main, 130);
