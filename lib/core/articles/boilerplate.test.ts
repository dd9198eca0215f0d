import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boilerplateReason, proposeBoilerplate } from "./boilerplate";

describe("boilerplateReason", () => {
  it.each([
    ["Read also: Bridge to close for a year", "read_also"],
    ["READ MORE", "read_also"],
    ["Related articles", "read_also"],
    ["Lire aussi : le pont sera fermé", "read_also"],
    ["Lea también: el puente cierra", "read_also"],
    ["Lesen Sie auch: Brücke gesperrt", "read_also"],
    ["اقرأ أيضاً: إغلاق الجسر", "read_also"],
    ["相关阅读：大桥关闭", "read_also"],
    ["Share this article", "share"],
    ["Copy link", "share"],
    ["شارك", "share"],
    ["Advertisement", "advert"],
    ["إعلان", "advert"],
    ["Photo: A. Smith", "caption"],
    ["Protesters on the bridge on Sunday (Reuters)", "caption"],
    ["© The Daily", "caption"],
  ])("%s: %s", (line, reason) => {
    expect(boilerplateReason(line)).toBe(reason);
  });

  it.each([
    "Read more than one book a year, the minister said.",
    "Related costs rose by 12 per cent.",
    "Share prices fell by a third on Monday, to their lowest since 1931.",
    "Photographs show that the bridge was open.",
    "Print circulation fell to 12,000.",
    "The story was first told to Reuters.",
    "Comments by the minister caused anger.",
    "",
  ])("a sentence is one: %s", (line) => {
    expect(boilerplateReason(line)).toBeNull();
  });
});

describe("proposeBoilerplate", () => {
  it("proposes whole paragraphs, where they stand", () => {
    const text = "It opened in 1931.\n\nRead also: A tunnel\r\n\r\nIt is red.";
    expect(proposeBoilerplate(text)).toEqual([{ start: 20, end: 39, reason: "read_also" }]);
  });

  it("proposes nothing in the seed article", () => {
    const file = new URL("../../../seeds/articles/seed-article.txt", import.meta.url);
    expect(proposeBoilerplate(readFileSync(file, "utf8"))).toEqual([]);
  });
});
