import "server-only";
import { Refusal, type FieldProblem, type RefusalCode } from "@/lib/core/shared/refusal";
import { codesOf, isUnreachable } from "../db/failures";

const statusOf: Readonly<Record<RefusalCode, number>> = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  bad_input: 400,
  conflict: 409,
  version_missing: 428,
  too_many: 429,
  too_large: 413,
  unsupported_type: 415,
  key_reused: 422,
};

const titleOf: Readonly<Record<RefusalCode, string>> = {
  signed_out: "Signed out",
  forbidden: "Not allowed",
  not_found: "Not found",
  bad_input: "Not usable as it is",
  conflict: "Not possible now",
  version_missing: "Version missing",
  too_many: "Too many requests",
  too_large: "Too large",
  unsupported_type: "Unsupported type",
  key_reused: "Idempotency key used before",
};

type Problem = {
  readonly status: number;
  readonly title: string;
  readonly code: string;
  readonly detail: string;
  readonly fields?: readonly FieldProblem[];
  readonly current?: unknown;
};

/** Problem details, RFC 9457. */
export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(
    { type: "about:blank", ...problem },
    {
      status: problem.status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "private, no-store",
        ...headers,
      },
    },
  );
}

/** The answer to a write that started from an older version: nothing was changed, and this is how things stand. */
export function staleResponse(current: unknown): Response {
  const detail =
    "It was changed since you read it. Nothing of yours was written; the current state is in “current”.";
  return problemResponse({ status: 412, title: "Changed meanwhile", code: "stale_version", detail, current });
}

/** What went wrong, in the caller's terms; anything unforeseen is logged here and told without its particulars. */
export function refusalResponse(error: unknown, requestId: string): Response {
  if (error instanceof Refusal) {
    const { code, message: detail, fields } = error;
    const problem = { status: statusOf[code], title: titleOf[code], code, detail };
    return problemResponse(fields.length > 0 ? { ...problem, fields } : problem, headersOf(error));
  }
  logFailure(error, requestId);
  if (isUnreachable(error)) {
    const detail =
      "The database cannot be reached. Whether the last write was kept is not known: repeat it with its key.";
    return problemResponse(
      { status: 503, title: "Not available", code: "unavailable", detail },
      { "retry-after": "2" },
    );
  }
  const detail = `Something broke on our side. The log knows it as ${requestId}.`;
  return problemResponse({ status: 500, title: "Failed", code: "internal", detail });
}

/** Where nobody knows when it will work: long enough not to be a burden, short enough to be worth waiting for. */
const usualWaitSeconds = 30;

function headersOf({ code, retryAfterSeconds }: Refusal): Readonly<Record<string, string>> {
  if (code === "signed_out") return { "www-authenticate": 'Bearer realm="assay"' };
  if (code === "too_many") return { "retry-after": String(retryAfterSeconds ?? usualWaitSeconds) };
  return {};
}

function logFailure(error: unknown, requestId: string): void {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined };
  const codes = codesOf(error);
  // The message may quote what somebody wrote; name, codes and place are enough to find the defect.
  const place = stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 6);
  console.error(
    JSON.stringify({ at: new Date().toISOString(), level: "error", requestId, name, codes, place }),
  );
}
