import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "./language";

const seedArticle = readFileSync(
  new URL("../../../seeds/articles/seed-article.txt", import.meta.url),
  "utf8",
);

describe("detectLanguage", () => {
  it.each([
    ["en", "The bridge is 112 metres long. It was opened in 1931."],
    ["es", "El puente mide 112 metros y fue inaugurado en 1931."],
    ["ar", "يبلغ طول الجسر ١١٢ مترا وقد افتتح في عام ١٩٣١."],
    ["fa", "این پل ۱۱۲ متر طول دارد و در سال ۱۹۳۱ افتتاح شد."],
    ["he", "אורך הגשר 112 מטרים והוא נפתח בשנת 1931."],
    ["de", "Die Brücke ist 112 Meter lang und wurde 1931 eröffnet."],
    ["fr", "Le pont mesure 112 mètres et fut inauguré en 1931."],
    ["pt", "A ponte tem 112 metros de comprimento e foi inaugurada em 1931."],
    ["uk", "Міст завдовжки 112 метрів відкрили 1931 року."],
    ["ru", "Мост длиной 112 метров был открыт в 1931 году."],
    ["zh", "这座桥长112米，于1931年通车。"],
    ["ja", "この橋の長さは112メートルで、1931年に開通した。"],
    ["ko", "이 다리의 길이는 112미터이며 1931년에 개통되었다."],
    ["hi", "यह पुल 112 मीटर लंबा है और इसे 1931 में खोला गया था।"],
  ])("knows %s", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it("knows the seed article", () => {
    expect(detectLanguage(seedArticle)).toBe("en");
  });

  it("is not misled by names of another language or script", () => {
    expect(detectLanguage("قال رئيس شركة Siemens إن Berlin Hauptbahnhof سيغلق غدا أمام الركاب.")).toBe("ar");
    expect(detectLanguage("東京 is the capital of Japan, and 大阪 lies further to the west of it.")).toBe(
      "en",
    );
  });

  it.each([
    ["nothing", ""],
    ["figures", "112, 1931; 4 %"],
    ["a word that could be anybody's", "OK"],
    ["half a character", "\ud83d"],
  ])("says that it does not know for %s", (_name, text) => {
    expect(detectLanguage(text)).toBe("und");
  });

  it("reads a book no longer than a column", () => {
    const page = "The bridge is 112 metres long. ";
    expect(detectLanguage(page.repeat(150) + "Die Brücke ist 112 Meter lang. ".repeat(5_000))).toBe("en");
  });
});
