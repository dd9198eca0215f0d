import { expect, it } from "vitest";
import { textFragmentLink } from "./text-fragment";

it.each([
  ["https://a.example/", null, "https://a.example/"],
  ["https://a.example/", "  ", "https://a.example/"],
  ["https://a.example/", "112 metres", "https://a.example/#:~:text=112%20metres"],
  ["https://a.example/#part", "a-b, c & d", "https://a.example/#part:~:text=a%2Db%2C%20c%20%26%20d"],
  ["https://a.example/", "\ud83c bridge", "https://a.example/#:~:text=%EF%BF%BD%20bridge"],
  [
    "https://a.example/",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
    "https://a.example/#:~:text=1%202%203%204%205%206,10%2011%2012%2013%2014%2015",
  ],
])("%s with %j", (address, words, link) => {
  expect(textFragmentLink(address, words)).toBe(link);
});
