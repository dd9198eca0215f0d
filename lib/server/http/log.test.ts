import { afterEach, describe, expect, it, vi } from "vitest";
import { refusalResponse } from "./problem";

afterEach(() => void vi.restoreAllMocks());

/** What a failure with these words in it leaves in the log and tells its sender. */
async function fail(error: unknown): Promise<{ readonly lines: readonly string[]; readonly told: string }> {
  const written = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const response = refusalResponse(error, "request-1");
  expect(response.status).toBe(500);
  return { lines: written.mock.calls.map(String), told: await response.text() };
}

const secret = "canary: what somebody wrote, and their password";

describe("what is logged", () => {
  it("is one line of JSON with the kind and the place, and none of the words", async () => {
    const error = Object.assign(new Error(`${secret}\n\u001b[31mfake line`), { code: "P2002\nfake" });
    const { lines } = await fail(error);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/canary|[\n\r\u001b]/);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: "error",
      requestId: "request-1",
      name: "Error",
    });
  });

  it("is as little of what is thrown without being an error", async () => {
    const { lines } = await fail({ toString: () => secret, message: secret });
    expect(lines.join("")).not.toContain("canary");
  });
});

it("tells nobody but the log what broke: no stack, no query, no path", async () => {
  const error = new Error("select * from credential; at /srv/assay/lib/server/db/client.ts:1:1");
  error.name = "PrismaClientKnownRequestError";
  const { told } = await fail(error);
  expect(told).not.toMatch(/select|credential|\/srv|\.ts|Prisma|\bat\b \S+:\d/);
  expect(told).toContain("request-1");
});
