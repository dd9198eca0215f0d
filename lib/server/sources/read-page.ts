import "server-only";
import { createHash } from "node:crypto";
import type { FoundArticle } from "@/lib/core/articles/found-article";
import { fileKindOf, isDocumentKind } from "@/lib/core/formats/file-kind";
import type { KeepProblem } from "@/lib/core/sources/citation-check";
import { FetchFailure } from "../fetching/failure";
import { fetchPage, type FetchedPage } from "../fetching/fetch-page";
import { theInternet, type Outside } from "../fetching/outside";
import { withSlot } from "../fetching/slots";
import { readFile } from "../reading/read-file";

/** Where publications are looked for. Tests bring a world of their own; nothing else does. */
export type World = { readonly outside: Outside; readonly registry: string };

export const theWorld: World = { outside: theInternet, registry: "https://doi.org/" };

/** Why a page could not be kept; says the same to everybody, whatever is at the address. */
export class KeepFailure extends Error {
  readonly reason: KeepProblem;

  constructor(reason: KeepProblem) {
    super(reason);
    this.name = "KeepFailure";
    this.reason = reason;
  }
}

export type ReadPage = {
  /** Where it was in the end, after all redirects. */
  readonly url: string;
  readonly mediaType: string;
  readonly found: FoundArticle;
};

/**
 * Fetches a page and reads all that stands on it.
 * @param onReading called when it has come and is about to be read
 * @throws KeepFailure, Refusal too_many when the desk fetches enough at the moment
 */
export async function readPage(
  workspaceId: string,
  url: string,
  { outside }: World,
  onReading: () => Promise<void> = () => Promise.resolve(),
): Promise<ReadPage> {
  const page = await withSlot(workspaceId, () => fetchOrSay(() => fetchPage(url, outside)));
  await onReading();
  return { url: page.url, mediaType: page.mediaType, found: await read(page) };
}

/** @throws KeepFailure with the reason that the fetching gives */
export async function fetchOrSay<T>(fetch: () => Promise<T>): Promise<T> {
  try {
    return await fetch();
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    throw new KeepFailure(error.reason === "address" ? "unreachable" : error.reason);
  }
}

const headBytes = 4_096;

async function read({ bytes, mediaType, charset, url }: FetchedPage): Promise<FoundArticle> {
  const verdict = fileKindOf(null, mediaType, bytes.subarray(0, headBytes));
  if (!verdict.ok || !isDocumentKind(verdict.kind)) throw new KeepFailure("type");
  const answer = await readFile({
    kind: verdict.kind,
    bytes,
    address: url,
    charset,
    encoding: null,
    extent: "page",
  });
  if (answer.outcome !== "article") {
    const isLogin = answer.outcome === "failed" && answer.reason === "login";
    throw new KeepFailure(isLogin ? "login" : "unreadable");
  }
  return answer.article;
}

/** The text of a page as the database can keep it. @throws KeepFailure unreadable, where there is none */
export function keptText({ text }: FoundArticle): { readonly text: string; readonly sha256: string } {
  const kept = text.replaceAll("\u0000", "").toWellFormed();
  if (kept.trim() === "") throw new KeepFailure("unreadable");
  return { text: kept, sha256: createHash("sha256").update(kept, "utf8").digest("hex") };
}
