import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { browserNoted, describeBrowser } from "./browser";

const mozilla = "Mozilla/5.0";
const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

describe("words for a browser", () => {
  it.each([
    [`${mozilla} (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0`, "Firefox on Linux"],
    [
      `${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/126.0.0.0 Safari/537.36`,
      "Chrome on Windows",
    ],
    [
      `${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`,
      "Edge on Windows",
    ],
    [
      `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15`,
      "Safari on macOS",
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1`,
      "Safari on an iPhone",
    ],
    [
      `${mozilla} (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1`,
      "Chrome on an iPad",
    ],
    [
      `${mozilla} (Linux; Android 14) ${webkit} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
      "Samsung Internet on Android",
    ],
    [`${mozilla} (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0`, "Firefox on Android"],
    [
      `${mozilla} (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/126.0.0.0 Safari/537.36`,
      "Chrome on ChromeOS",
    ],
    [
      `${mozilla} (X11; Linux x86_64) ${webkit} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0`,
      "Opera on Linux",
    ],
    [`${mozilla} (X11; Linux x86_64) Something/1.0`, "A browser on Linux"],
    ["curl/8.5.0", "A browser"],
    ["", "A browser"],
    [null, "A browser"],
  ])("%s", (userAgent, words) => {
    expect(describeBrowser(userAgent)).toBe(words);
    // What is kept of it says the same: the signs stand within its first 200 characters.
    expect(describeBrowser(browserNoted(userAgent))).toBe(words);
  });

  it("are one of few, whatever a browser calls itself: nothing of it is repeated", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (userAgent) => {
        expect(describeBrowser(userAgent)).toMatch(
          /^(?:A browser|Edge|Opera|Samsung Internet|Firefox|Chrome|Safari)(?: on (?:Android|an iPhone|an iPad|Windows|macOS|ChromeOS|Linux))?$/,
        );
      }),
    );
  });
});

it("what is kept is printable, short, and kept the same a second time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (userAgent) => {
      const noted = browserNoted(userAgent);
      expect(browserNoted(noted)).toBe(noted);
      if (noted !== null) expect(noted).toMatch(/^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/);
    }),
  );
  expect(browserNoted("Fire\u0000fox\u2028/1\ud800")).toBe("Fire fox /1");
  expect(browserNoted(" \u0007 ")).toBeNull();
});
