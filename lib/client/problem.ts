import type { ClaimDetail } from "@/lib/core/claims/detail";
import { asRecord } from "./as-record";

type Body = Pick<Problem, "code" | "title" | "detail" | "fields"> & { readonly current: unknown };

/** A problem document, as far as it is one; null for anything else. By hand: a schema library weighs more than a page. */
function readBody(value: unknown): Body | null {
  const body = asRecord(value);
  if (typeof body?.["code"] !== "string") return null;
  const { code, title = "", detail = "", fields = [], current } = body;
  if (typeof title !== "string" || typeof detail !== "string" || !Array.isArray(fields)) return null;
  const read = fields.map(asRecord);
  if (!read.every((one) => typeof one?.["field"] === "string" && typeof one["message"] === "string"))
    return null;
  return { code, title, detail, fields: read as unknown as Problem["fields"], current };
}

/** Why a request did not do what it was asked to. `status` 0: no answer came at all. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  /** With a stale version: how things stand now. */
  readonly current: ClaimDetail | null;
  readonly retryAfterMs: number | null;
};

export const noAnswer: Problem = {
  status: 0,
  code: "no_answer",
  title: "No connection",
  detail: "The server did not answer. What you wrote is kept here.",
  fields: [],
  current: null,
  retryAfterMs: null,
};

/** Reads problem details (RFC 9457); an answer that is none, such as a proxy's error page, is told by its status. */
export async function readProblem(response: Response): Promise<Problem> {
  const read = readBody(await response.json().catch(() => null));
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  const rest = { status: response.status, retryAfterMs: Number.isFinite(seconds) ? seconds * 1_000 : null };
  if (!read) {
    const detail = `The server answered with status ${response.status}.`;
    return { ...noAnswer, ...rest, code: "unreadable", title: "Unexpected answer", detail };
  }
  const { current, ...body } = read;
  // Our own server's state of a claim, in the shape of its GET.
  return { ...body, ...rest, current: (current as ClaimDetail | undefined) ?? null };
}

/** What is wrong with one field, by the end of its JSON pointer or, for a field of a list, by the whole of it. */
export function fieldProblem(problem: Problem | null, name: string): string | null {
  const isIt = (field: string) => field === `/${name}` || field.split("/").at(-1) === name;
  return problem?.fields.find(({ field }) => isIt(field))?.message ?? null;
}

/** "Published at: must be a date." of `/publishedAt`. */
function fieldWords({ field, message }: Problem["fields"][number]): string {
  const name = (field.split("/").at(-1) ?? "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${message}.`;
}

/** What went wrong, for a person. */
export function problemWords(problem: Problem): string {
  if (problem.code === "signed_out") return "You are signed out. What you wrote is kept on this device.";
  if (problem.fields.length > 0) return problem.fields.map(fieldWords).join(" ");
  return problem.detail === "" ? problem.title : problem.detail;
}
