import { describe, expect, it } from "vitest";
import { readArticleRecord } from "./article-record";

const read = readArticleRecord;

describe("readArticleRecord", () => {
  it("reads an article under the names that files give to its fields", () => {
    const record = {
      Headline: "The bridge",
      Body: "It is long.",
      authors: ["A. Smith", "B. Jones"],
      Date: "1932-03-19",
      link: "https://daily.example/a",
      lang: "EN_gb",
      id: 7,
    };
    expect(read(record)).toEqual({
      ok: true,
      article: {
        title: "The bridge",
        text: "It is long.",
        byline: "A. Smith, B. Jones",
        publisher: null,
        publishedAt: "1932-03-19",
        url: "https://daily.example/a",
        language: "en-gb",
        policy: "single",
      },
    });
  });

  it("is called by its first words where it has no title", () => {
    expect(read({ text: `${"long ".repeat(60)}\nSecond line.` })).toMatchObject({
      article: { title: `${"long ".repeat(24)}…` },
    });
  });

  it("reads a task of Label Studio and a document of doccano", () => {
    const task = { id: 1, data: { review: "It is long." }, annotations: [{ result: [] }] };
    expect(read(task)).toMatchObject({ article: { text: "It is long." } });
    expect(read({ data: { text: "It is red.", title: "Bridge" } })).toMatchObject({
      article: { text: "It is red.", title: "Bridge" },
    });
    expect(read({ id: 3, text: "It is long.", label: [[0, 2, "X"]] })).toMatchObject({
      article: { text: "It is long." },
    });
  });

  it("leaves out a date that could be two, and a language that is none", () => {
    expect(read({ text: "x", date: "03/04/2024", language: "English" })).toMatchObject({
      article: { publishedAt: null, language: null },
    });
  });

  it.each([
    [null, "no object"],
    [[1], "no object"],
    ["words", "no object"],
    [{}, "no text"],
    [{ text: " " }, "no text"],
    [{ text: 12 }, "no text"],
    [{ data: { a: "x", b: "y" } }, "no text"],
    [{ text: "a\u0000b" }, "NUL"],
    [{ text: "\ud83d" }, "half of a character"],
    [{ text: "\u200b" }, "no words"],
    [{ text: "x", url: "javascript:alert(1)" }, "url must be"],
  ])("says what is wrong with %j", (value, words) => {
    expect(read(value)).toMatchObject({ ok: false, message: expect.stringContaining(words) as string });
  });
});
