import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("safePath", () => {
  it.each([
    ["/w/demo/articles/1?claim=2#c", "/w/demo/articles/1?claim=2#c"],
    ["/", "/"],
    [undefined, "/"],
    ["", "/"],
    ["w/demo", "/"],
    ["//evil.test/x", "/"],
    ["/\\evil.test", "/"],
    ["/.//evil.test", "/"],
    ["/x/..//evil.test", "/"],
    ["/%2e//evil.test", "/"],
    ["/x/%2E%2e//evil.test", "/"],
    ["/./\\evil.test", "/"],
    ["/w?to=\\evil.test", "/"],
    ["http:evil.test", "/"],
    ["\\evil.test", "/"],
    ["/\n/evil.test", "/"],
    ["/.\t//evil.test", "/"],
    ["\t//evil.test", "/"],
    ["@evil.test", "/"],
    ["//me@evil.test", "/"],
    ["/@evil.test", "/@evil.test"],
    ["/x//y", "/x//y"],
    ["/\t/evil.test", "/"],
    ["https://evil.test", "/"],
    ["javascript:alert(1)", "/"],
    [["/a", "/b"], "/"],
  ])("%j leads to %s", (from, to) => {
    expect(safePath(from)).toBe(to);
  });
});
