import "server-only";
import type { FoundArticle } from "@/lib/core/articles/found-article";
import type { Encoding } from "@/lib/core/formats/encodings";
import { fileKindOf, isDocumentKind } from "@/lib/core/formats/file-kind";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";
import { FetchFailure } from "../fetching/failure";
import { fetchPage } from "../fetching/fetch-page";
import { withSlot } from "../fetching/slots";
import { failureWords, type FailureReason } from "../reading/failure";
import { readFile } from "../reading/read-file";

export type SourceFile = {
  readonly from: "file";
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
};

/** Where an article is brought in from. */
export type Source = SourceFile | { readonly from: "address"; readonly url: string };

type Opened = {
  readonly bytes: Buffer;
  readonly name: string | null;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly address: string | null;
};

/** Enough for every signature, and for telling text from what is none. */
const headBytes = 4_096;

/**
 * The one article in a document or on a page.
 * @throws Refusal bad_input that says what is wrong with the file or the address, too_many
 */
export async function findArticle(
  scope: WorkspaceScope,
  source: Source,
  encoding: Encoding | null,
): Promise<FoundArticle> {
  const { bytes, name, mediaType, charset, address } = await open(scope, source);
  const verdict = fileKindOf(name, mediaType, bytes.subarray(0, headBytes));
  if (!verdict.ok) throw unreadable(`This ${name === null ? "page" : "file"} ${verdict.why}.`);
  if (!isDocumentKind(verdict.kind)) {
    throw unreadable("This file is a table of many articles. Bring it in as one: its rows become articles.");
  }
  const answer = await readFile({ kind: verdict.kind, bytes, address, charset, encoding });
  if (answer.outcome === "article") return answer.article;
  throw readingRefusal(answer.outcome === "failed" ? answer.reason : "damaged");
}

async function open(scope: WorkspaceScope, source: Source): Promise<Opened> {
  if (source.from === "file") return { ...source, charset: null, address: null };
  try {
    const { url, ...page } = await withSlot(scope.workspaceId, () => fetchPage(source.url));
    return { ...page, name: null, address: url };
  } catch (error) {
    if (error instanceof FetchFailure) throw new Refusal("bad_input", error.message, [field("url", error)]);
    throw error;
  }
}

function field(name: string, { message }: Error) {
  return { field: `/${name}`, message };
}

/** What a reader's failure means for the one who sent the file. An encoding that is not known is asked for. */
export function readingRefusal(reason: FailureReason): Refusal {
  const message = failureWords[reason];
  const isAsked = reason === "encoding" || reason === "wrong_encoding";
  return isAsked ? new Refusal("bad_input", message, [{ field: "/encoding", message }]) : unreadable(message);
}

export function unreadable(message: string): Refusal {
  return new Refusal("bad_input", message, [{ field: "/file", message }]);
}
