import { afterEach, describe, expect, it, vi } from "vitest";
import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import { DeskApi } from "./api";
import { toInput } from "./save-item";

type Asked = { readonly path: string; readonly headers: Headers };

const done = () => Response.json({});
const signedOut = () => Response.json({ code: "signed_out" }, { status: 401 });
const lost = () => {
  throw new TypeError("network");
};

/** A server that gives these answers in turn. */
function makeServer(answers: readonly (() => Response)[] = []) {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const answer = answers[asked.length] ?? done;
    asked.push({ path, headers: new Headers(init.headers) });
    return Promise.resolve().then(answer);
  });
  const keys = () => asked.map(({ headers }) => headers.get("idempotency-key"));
  return { asked, keys, api: new DeskApi({ workspace: "demo desk", memberId: "m1" }) };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("who asks", () => {
  it("is named by every request, whether it reads or writes", async () => {
    const { asked, api } = makeServer();
    await api.listClaims("a");
    await api.getClaim("c");
    await api.listSources("x");
    await api.listHistory("c", null);
    await api.saveAnnotation("c", toInput(emptyAnnotation, { submit: false }), 3, "key of this save");
    await api.writeNote("c", { body: "n", parentId: null });
    await api.publishReport("a", null, "key of this report");
    expect(asked).toHaveLength(7);
    expect(new Set(asked.map(({ headers }) => headers.get("assay-member")))).toEqual(new Set(["m1"]));
    expect(asked[0]?.path).toBe("/api/v1/workspaces/demo%20desk/articles/a/claims");
    expect(asked[4]?.headers.get("if-match")).toBe('"3"');
  });

  it("is told when somebody else is signed in", async () => {
    const { api } = makeServer([signedOut]);
    const answer = await api.writeNote("c", { body: "n", parentId: null });
    expect(answer).toMatchObject({ ok: false, problem: { status: 401, code: "signed_out" } });
  });
});

describe("the key of a write", () => {
  const note = { body: "n", parentId: null };

  it.each([
    ["no answer", lost],
    ["a gateway's error", () => new Response("", { status: 502 })],
    ["an answer cut short", () => new Response("{", { status: 200 })],
  ])("stays the same after %s, until an answer has come", async (_what, first) => {
    const { api, keys } = makeServer([first, done, done]);
    await api.writeNote("c", note);
    await api.writeNote("c", note);
    await api.writeNote("c", note);
    const [one, two, three] = keys();
    expect(two).toBe(one);
    expect(three).not.toBe(one);
  });

  it("is one for two clicks at once", async () => {
    const { api, keys } = makeServer();
    await Promise.all([
      api.vote("c", { verdict: "true", rationale: "" }),
      api.vote("c", { verdict: "true", rationale: "" }),
    ]);
    expect(new Set(keys()).size).toBe(1);
  });

  it("is another one for other words, another claim, and after a refusal", async () => {
    const { api, keys } = makeServer([lost, lost, () => new Response("", { status: 400 })]);
    await api.writeNote("c", note);
    await api.writeNote("d", note);
    await api.writeNote("c", { ...note, body: "m" });
    await api.writeNote("c", { ...note, body: "m" });
    expect(new Set(keys()).size).toBe(4);
  });

  it("does not outlive its opposite: resolved without an answer, reopened, resolved again", async () => {
    const { api, keys } = makeServer([lost]);
    await api.resolveNote("n", { resolved: true });
    await api.resolveNote("n", { resolved: false });
    await api.resolveNote("n", { resolved: true });
    expect(new Set(keys()).size).toBe(3);
  });

  it("is the caller's own where it gives one", async () => {
    const { api, keys } = makeServer();
    await api.publishReport("a", null, "key of this report");
    expect(keys()).toEqual(["key of this report"]);
  });
});
