import type { Source } from "@/lib/core/sources/source";
import { citedDay } from "@/components/ui/day";
import { mediumWords } from "./stance-words";

/** Where a publication comes from, in one line. */
export function sourceOrigin({ publisher, author, publishedOn, medium }: Source): string {
  const known = [publisher, author, publishedOn ? citedDay(publishedOn) : null].filter(Boolean);
  return [...known, mediumWords[medium].toLowerCase()].join(" · ");
}
