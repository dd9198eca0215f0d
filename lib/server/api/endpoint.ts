import "server-only";
import type { z } from "zod";
import type { Permission } from "@/lib/core/permissions/table";

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

/** JSON of this shape; or a file or stream of one of these media types; or nothing. */
export type Answer = z.ZodType | { readonly media: readonly string[] } | "nothing";

/**
 * One operation of the API, declared once: the route handler parses with it, the document and its page are written from
 * it, and in tests every answer is held against it.
 */
export type Endpoint<P = unknown, Q = unknown, B = unknown> = {
  /** A name that programs can be generated from; never changes. */
  readonly id: string;
  readonly method: Method;
  /** Below /api/v1, parameters in braces. */
  readonly path: string;
  readonly room: string;
  readonly summary: string;
  /** What the command asks for first; "nobody" where no one need be signed in, "anyone" where that is enough, "person" where it is and no token will do. */
  readonly permission: Permission | "anyone" | "person" | "nobody";
  readonly params: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  readonly maxBytes?: number;
  /** Beside or instead of JSON: the fields that may come with a file in a multipart form. */
  readonly form?: { readonly fields: z.ZodType; readonly instead: z.ZodType; readonly maxBytes: number };
  /** Whether If-Match has to say what the write starts from; "for a write": a preview need not. */
  readonly version?: "always" | "for a write";
  /** Whether it can be refused because something is newer than the caller knows. */
  readonly stale?: "412";
  readonly answers: Readonly<Record<number, Answer>>;
};

/** Declares an operation: only so that its types are inferred. */
export function endpoint<P, Q = undefined, B = undefined>(declared: Endpoint<P, Q, B>): Endpoint<P, Q, B> {
  return declared;
}

export function isSchema(answer: Answer): answer is z.ZodType {
  return typeof answer === "object" && "safeParse" in answer;
}
