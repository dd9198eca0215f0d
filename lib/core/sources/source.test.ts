import { expect, it } from "vitest";
import { canonicalUrl, sourceInputSchema } from "./source";

it.each([
  ["https://Example.org:443/a?utm_source=x&b=1&fbclid=2#top", "https://example.org/a?b=1"],
  ["http://example.org", "http://example.org/"],
  ["https://example.org/?q=utm_source", "https://example.org/?q=utm_source"],
])("one address for one publication: %s", (given, canonical) => {
  expect(canonicalUrl(given)).toBe(canonical);
  expect(canonicalUrl(canonical)).toBe(canonical);
});

it.each(["2026", "2026-05", "2026-05-31"])(
  "dates are cited as exactly as they are known: %s",
  (publishedOn) => {
    expect(sourceInputSchema.parse({ title: "x", publishedOn })).toMatchObject({ publishedOn });
  },
);

it.each([
  { title: " " },
  { title: "x", publishedOn: "2026-13" },
  { title: "x", url: "ftp://x.org" },
  { title: "x", url: "javascript:alert(1)" },
  { title: "x", url: " java\nscript:alert(1)" },
  { title: "x", url: "data:text/html,x" },
  { title: "x", url: "vbscript:x" },
  { title: "x", url: "blob:https://x.org/1" },
  { title: "x", url: "//evil.example/x" },
  { title: "x", y: 1 },
])("refuses %j", (given) => {
  expect(sourceInputSchema.safeParse(given).success).toBe(false);
});
