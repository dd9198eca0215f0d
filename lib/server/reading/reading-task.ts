import "server-only";
import type { FoundArticle } from "@/lib/core/articles/found-article";
import type { Encoding } from "@/lib/core/formats/encodings";
import type { FileKind } from "@/lib/core/formats/file-kind";
import type { FailureReason } from "./failure";

/** Kinds of files that are read in the reading process. */
export const readableKinds = [
  "text",
  "markdown",
  "html",
  "docx",
  "pdf",
  "xlsx",
] as const satisfies FileKind[];
export type ReadableKind = (typeof readableKinds)[number];

/** What is asked of the reading process. */
export type ReadingTask = {
  readonly kind: ReadableKind;
  readonly bytes: Uint8Array;
  /** Where a page came from; null for a file. */
  readonly address: string | null;
  /** The encoding that a server states. */
  readonly charset: string | null;
  /** The encoding that a person chose. */
  readonly encoding: Encoding | null;
  /** Of a page only its article, as when left out, or all that stands on it. */
  readonly extent?: "article" | "page";
};

/** The rows of the first sheet, each cell as text. */
export type Table = readonly (readonly string[])[];

export type ReadingAnswer =
  | { readonly outcome: "article"; readonly article: FoundArticle }
  | { readonly outcome: "table"; readonly table: Table }
  | { readonly outcome: "failed"; readonly reason: FailureReason };

/** What the reading process says. It is ready when it has its libraries: only from then on its time counts. */
export type ReadingMessage =
  { readonly type: "ready" } | { readonly type: "answer"; readonly answer: ReadingAnswer };
