import type { Citation, SearchEntry } from "@/lib/core/annotations/annotation";
import { doiAddress, readReference } from "@/lib/core/sources/publication";
import { media, stances, type Source, type SourceInput } from "@/lib/core/sources/source";

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

function orNull(data: FormData, name: string): string | null {
  return text(data, name).trim() || null;
}

export function readSource(data: FormData): SourceInput {
  return {
    title: text(data, "title").trim(),
    url: addressOf(orNull(data, "url")),
    publisher: orNull(data, "publisher"),
    author: orNull(data, "author"),
    publishedOn: orNull(data, "publishedOn"),
    medium: media.find((medium) => medium === data.get("medium")) ?? "web_text",
  };
}

/** A DOI has an address too. What names nothing is sent as it is, for the server to say what is wrong with it. */
function addressOf(text: string | null): string | null {
  const reference = text === null ? null : readReference(text);
  return reference?.kind === "doi" ? doiAddress(reference.doi) : text;
}

export function readCitation(data: FormData, source: Source): Citation {
  return {
    source,
    stance: stances.find((stance) => stance === data.get("stance")) ?? "context",
    quote: text(data, "quote").trim(),
    locator: orNull(data, "locator"),
    accessedOn: orNull(data, "accessedOn"),
    archivedUrl: orNull(data, "archivedUrl"),
    check: null,
  };
}

export function readSearch(data: FormData): SearchEntry {
  return {
    query: text(data, "query").trim(),
    place: text(data, "place").trim(),
    searchedOn: orNull(data, "searchedOn"),
    sought: stances.find((stance) => stance === data.get("sought")) ?? null,
    useful: data.get("useful") === "yes",
    outcome: text(data, "outcome").trim(),
  };
}
