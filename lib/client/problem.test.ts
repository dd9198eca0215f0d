import { describe, expect, it } from "vitest";
import { fieldProblem, noAnswer, problemWords, readProblem } from "./problem";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

describe("readProblem", () => {
  it("reads problem details with fields and the wait that is asked for", async () => {
    const fields = [{ field: "/citations/0/archivedUrl", message: "must be an address" }];
    const body = { code: "bad_input", title: "No", detail: "It is wrong.", fields };
    const problem = await readProblem(answer(429, body, { "retry-after": "3" }));
    expect(problem).toMatchObject({ status: 429, code: "bad_input", retryAfterMs: 3000, current: null });
    expect(fieldProblem(problem, "archivedUrl")).toBe("must be an address");
    expect(fieldProblem(problem, "title")).toBeNull();
    expect(problemWords(problem)).toBe("Archived url: must be an address.");
  });

  it("makes something of an answer that is no problem document", async () => {
    const problem = await readProblem(answer(502, "<html>Bad gateway</html>"));
    expect(problem).toMatchObject({ status: 502, code: "unreadable", retryAfterMs: null });
    expect(problemWords(problem)).toBe("The server answered with status 502.");
  });
});

describe("problemWords", () => {
  it("says what was kept when nobody answered or one is signed out", () => {
    expect(problemWords(noAnswer)).toContain("kept");
    expect(problemWords({ ...noAnswer, status: 401, code: "signed_out" })).toContain("kept");
  });
});
