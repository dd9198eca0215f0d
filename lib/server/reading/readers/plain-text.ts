import "server-only";
import { proposeBoilerplate } from "@/lib/core/articles/boilerplate";
import { noParticulars, type FoundArticle } from "@/lib/core/articles/found-article";

/** A plain text is kept letter by letter: its line ends and odd spaces are part of what was printed. */
export function readPlainText(text: string): Omit<FoundArticle, "encoding"> {
  return { ...noParticulars, text, boilerplate: proposeBoilerplate(text), leftOut: [] };
}
