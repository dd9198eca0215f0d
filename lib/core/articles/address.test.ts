import { describe, expect, it } from "vitest";
import { sameAddresses } from "./address";

describe("sameAddresses", () => {
  it("knows an article by any way that leads to it", () => {
    const same = sameAddresses("https://www.daily.example/news/a/?utm_source=mail&id=3&fbclid=x#top");
    for (const address of [
      "https://www.daily.example/news/a/?id=3",
      "https://daily.example/news/a?id=3",
      "http://www.daily.example/news/a/?id=3",
      "https://www.daily.example/news/a/?utm_source=mail&id=3&fbclid=x#top",
    ]) {
      expect(same).toContain(address);
    }
    expect(same[0]).toBe("https://www.daily.example/news/a/?id=3");
  });

  it("takes what tells articles apart seriously", () => {
    const same = sameAddresses("https://daily.example/?p=1");
    expect(same).not.toContain("https://daily.example/");
    expect(same).not.toContain("https://daily.example/?p=2");
  });

  it("is not put off by what is no address", () => {
    expect(sameAddresses("daily")).toEqual([]);
    expect(sameAddresses("http://127.0.0.1/")).toContain("http://127.0.0.1/");
  });
});
