import { getDocumentProxy, extractText } from "unpdf";
import { expect, it } from "vitest";
import { samplePlace, sampleReport } from "@/seeds/report-content";
import { streamOf, type ReportClaim, type ReportContent } from "@/lib/core/report/content";
import { pdfFormat } from "./report-pdf";

const [first] = sampleReport.claims as [ReportClaim];

async function written(content: ReportContent): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdfFormat.write(streamOf(content), samplePlace)) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

const scripts = [
  "The bridge is 112 metres long (see the plan of 1930).",
  "يبلغ طول الجسر 112 متراً (انظر المخطط) كما قال المهندس.",
  "אורך הגשר 112 מטר (ראו תכנית) כך אמר המהנדס.",
  "Длина моста составляет 112 метров.",
  "Το μήκος της γέφυρας είναι 112 μέτρα.",
  "这座桥长一百一十二米，建于一九三一年。橋は百十二メートルです。",
  "다리의 길이는 112미터이며 1931년에 세워졌다.",
];

const many = {
  ...sampleReport,
  claims: scripts.map((text, at) => ({ ...first, id: `c${at}`, ordinal: at + 1, text, wording: null })),
};

let whole: Promise<Uint8Array> | undefined;

/** The report in every script, written once for all that look at it: each reader takes its bytes away with it. */
async function inEveryScript(): Promise<Uint8Array> {
  whole ??= written(many);
  return new Uint8Array(await whole);
}

it("is tagged, titled and numbered, and its words can be read back", async () => {
  const document = await getDocumentProxy(await inEveryScript());
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({ Title: "Tall <things>: verdict report", Author: "City desk" });
  expect(((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked).toBe(true);
  const { text } = await extractText(document, { mergePages: true });
  for (const words of [
    "The bridge is 112 metres long",
    "Длина моста",
    "Το μήκος",
    "一百一十二米",
    "다리의 길이는",
    "Sources",
  ]) {
    expect(text).toContain(words);
  }
});

it("has running heads from the second page on, and a number on each", async () => {
  const document = await getDocumentProxy(await inEveryScript());
  const { text } = await extractText(document, { mergePages: false });
  const count = text.length;
  for (const [at, page] of text.entries()) {
    expect(page).toContain(`${at + 1} / ${count}`);
    expect(page.includes("City desk · Tall <things>")).toBe(at > 0);
  }
});

it("gives the same bytes for the same report", async () => {
  expect(Buffer.from(await inEveryScript()).equals(Buffer.from(await written(many)))).toBe(true);
});

it("sets an article without claims, and a title that never ends", async () => {
  const title = "x".repeat(10_000);
  const bytes = await written({ ...sampleReport, article: { ...sampleReport.article, title }, claims: [] });
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
});
