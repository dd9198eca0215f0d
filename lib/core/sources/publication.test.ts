import { describe, expect, it } from "vitest";
import { noParticulars } from "../articles/found-article";
import { doiAddress, ownAddress, publicationOfCsl, publicationOfPage, readReference } from "./publication";

describe("what somebody names a publication by", () => {
  it.each([
    ["10.1000/182", "10.1000/182"],
    ["doi:10.1000/182", "10.1000/182"],
    [" DOI: 10.1000/182 ", "10.1000/182"],
    ["https://doi.org/10.1000/182", "10.1000/182"],
    [
      "http://dx.doi.org/10.1002/(SICI)1097-0258(19980815)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2",
      "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
    ],
  ])("%s is the DOI %s", (text, doi) => {
    expect(readReference(text)).toEqual({ kind: "doi", doi });
  });

  it.each([
    ["https://Example.org:443/a?b#c", "https://example.org/a?b#c"],
    ["http://example.org/10.1000/182", "http://example.org/10.1000/182"],
    ["https://example.org/%E0%A4%A", "https://example.org/%E0%A4%A"],
  ])("%s is an address", (text, url) => {
    expect(readReference(text)).toEqual({ kind: "address", url });
  });

  it.each([
    "",
    "example.org",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "https://me:secret@example.org/",
    "10.1000",
    "10.12/x",
    `https://example.org/${"a".repeat(2_000)}`,
  ])("%j names nothing", (text) => {
    expect(readReference(text)).toBeNull();
  });

  it("asks the registry for exactly the DOI", () => {
    expect(doiAddress("10.1000/a<b>?c#d")).toBe("https://doi.org/10.1000/a%3Cb%3E%3Fc%23d");
  });
});

describe("the address that a page calls its own", () => {
  it.each([
    ["https://news.example/a", "https://www.news.example/a?utm_source=x", "https://news.example/a"],
    ["https://www.news.example/a", "https://m.news.example/a", "https://www.news.example/a"],
    // Somebody else's name, or the front page's, is not taken.
    ["https://other.example/a", "https://news.example/a", "https://news.example/a"],
    ["https://news.example/", "https://news.example/a", "https://news.example/a"],
    ["not an address", "https://news.example/a", "https://news.example/a"],
    [null, "https://news.example/a", "https://news.example/a"],
  ])("%s, found at %s: %s", (stated, fetched, own) => {
    expect(ownAddress(stated, fetched)).toBe(own);
  });
});

describe("what a page says of itself", () => {
  const fetched = { url: "https://www.news.example/a", mediaType: "text/html" };

  it("becomes a source, one line each", () => {
    const page = {
      ...noParticulars,
      title: " A\u0000 <b>bridge</b>\n opens ",
      byline: "Ada",
      publishedAt: "2020-09-09T10:00:00.000Z",
    };
    expect(publicationOfPage(page, fetched)).toEqual({
      url: "https://www.news.example/a",
      title: "A bridge opens",
      publisher: "news.example",
      author: "Ada",
      publishedOn: "2020-09-09",
      medium: "web_text",
    });
  });

  it("is cut to what a field takes, never in the middle of a character", () => {
    const { title, author } = publicationOfPage(
      { ...noParticulars, title: "😀".repeat(400), byline: "\u202e" },
      { ...fetched, mediaType: "application/pdf" },
    );
    expect(title?.length).toBeLessThanOrEqual(500);
    expect(title?.isWellFormed()).toBe(true);
    expect(author).toBeNull();
  });
});

describe("what a registry says of a DOI", () => {
  const record = {
    type: "journal-article",
    title: ["On <i>bridges</i>"],
    "container-title": "Journal of Spans",
    publisher: "Press",
    author: [{ given: "Ada", family: "Lane" }, { literal: "The Bridge Group" }],
    issued: { "date-parts": [[2020, 9]] },
  };

  it("becomes a source under the DOI's own address", () => {
    expect(publicationOfCsl(record, "10.1000/182")).toEqual({
      url: "https://doi.org/10.1000/182",
      title: "On bridges",
      publisher: "Journal of Spans",
      author: "Ada Lane, The Bridge Group",
      publishedOn: "2020-09",
      medium: "web_text",
    });
  });

  it.each([
    [[[null]], null],
    [[["2020", 13, 1]], "2020"],
    [[[2020, 2, 29]], "2020-02-29"],
    [[], null],
  ])("a date of %j is cited as %s", (parts, publishedOn) => {
    expect(publicationOfCsl({ ...record, issued: { "date-parts": parts } }, "10.1/x")).toMatchObject({
      publishedOn,
    });
  });

  it.each([null, [], "<html>", {}, { title: "" }, { title: 3 }, { title: [] }])(
    "%j is no record",
    (other) => {
      expect(publicationOfCsl(other, "10.1000/182")).toBeNull();
    },
  );
});
