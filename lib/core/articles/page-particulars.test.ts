import { describe, expect, it } from "vitest";
import { isoMoment, pageParticulars, tidyLanguage, type PageHead } from "./page-particulars";

const nothing: PageHead = {
  meta: {},
  jsonLd: [],
  title: null,
  heading: null,
  lang: null,
  canonical: null,
  time: null,
  author: null,
  address: null,
};

describe("pageParticulars", () => {
  it("knows nothing of a page that says nothing", () => {
    expect(pageParticulars(nothing)).toEqual({
      title: null,
      byline: null,
      publisher: null,
      publishedAt: null,
      language: null,
      url: null,
    });
  });

  it("believes structured data first, wherever in it the article is", () => {
    const article = {
      "@type": ["NewsArticle"],
      headline: " Bridge\n opens ",
      author: [{ "@type": "Person", name: "A. Smith" }, { name: "B. Jones" }],
      publisher: { "@type": "NewsMediaOrganization", name: "The Daily" },
      datePublished: "1931-03-19T10:00:00+10:00",
      inLanguage: "en-AU",
    };
    const graph = {
      "@context": "https://schema.org",
      "@graph": [{ "@type": "WebSite", name: "x" }, article],
    };
    const found = pageParticulars({
      ...nothing,
      jsonLd: ["{broken", JSON.stringify(graph)],
      meta: { "og:title": "Another", author: "Nobody" },
      address: "https://daily.example/a?utm_source=x",
      canonical: "/a",
    });
    expect(found).toEqual({
      title: "Bridge opens",
      byline: "A. Smith, B. Jones",
      publisher: "The Daily",
      publishedAt: "1931-03-19T00:00:00.000Z",
      language: "en-AU",
      url: "https://daily.example/a",
    });
  });

  it("then meta elements, then the page itself", () => {
    const found = pageParticulars({
      ...nothing,
      meta: {
        "og:site_name": "The Daily",
        "article:author": "https://facebook.example/smith",
        "article:published_time": "soon",
        "og:locale": "ar_EG",
        "og:url": "javascript:alert(1)",
      },
      title: "Bridge opens | The Daily",
      author: "By A. Smith",
      time: "1931-03-19",
      address: "https://daily.example/a",
    });
    expect(found).toMatchObject({
      title: "Bridge opens",
      byline: "By A. Smith",
      publishedAt: "1931-03-19",
      language: "ar-EG",
      url: "https://daily.example/a",
    });
  });

  it("is not confused by structured data of any shape", () => {
    for (const odd of [
      null,
      1,
      "x",
      [],
      [null],
      { "@type": {} },
      { "@type": "NewsArticle", author: [[[1]]] },
    ]) {
      expect(pageParticulars({ ...nothing, jsonLd: [JSON.stringify(odd)] }).title).toBeNull();
    }
  });
});

describe("isoMoment", () => {
  it.each([
    ["2024-04-03", "2024-04-03"],
    ["2024-04-03T10:20:30Z", "2024-04-03T10:20:30.000Z"],
    ["2024-04-03T10:20+0200", "2024-04-03T08:20:00.000Z"],
    ["2024-04-03 10:20:30", "2024-04-03"],
    ["Wed, 03 Apr 2024 10:20:30 GMT", "2024-04-03T10:20:30.000Z"],
    ["04/03/2024", null],
    ["3 April", null],
    ["2024-02-31", null],
    ["2024-13-01T00:00:00Z", null],
    ["", null],
  ])("%s means %s", (text, moment) => {
    expect(isoMoment(text)).toBe(moment);
  });
});

describe("tidyLanguage", () => {
  it.each([
    ["EN", "en"],
    ["en_US", "en-US"],
    ["pt-BR", "pt-BR"],
    ["english", null],
    ["", null],
  ])("%s is %s", (tag, tidy) => {
    expect(tidyLanguage(tag)).toBe(tidy);
  });
});
