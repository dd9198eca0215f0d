/** The closed set of reasons for which a request is refused. Each is mapped once to an HTTP status. */
export const refusalCodes = [
  "signed_out",
  "forbidden",
  "not_found",
  "bad_input",
  "conflict",
  "version_missing",
  "too_many",
  "too_large",
  "unsupported_type",
  "key_reused",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** One thing that is wrong with the input: where (a JSON pointer without the leading `#`) and why, in words. */
export type FieldProblem = { readonly field: string; readonly message: string };

/** Thrown when a request is refused. Outcomes that the caller can act on are returned instead. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: readonly FieldProblem[];
  /** After how many seconds it may work; null where nobody knows. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: RefusalCode,
    message: string,
    fields: readonly FieldProblem[] = [],
    retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
