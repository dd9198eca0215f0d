import { boilerplateReason, type BoilerplateProposal, type BoilerplateReason } from "./boilerplate";

/** What a document says of itself; null where it does not. All of it is a proposal that a person may correct. */
export type Particulars = {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** A date or a moment, ISO 8601. */
  readonly publishedAt: string | null;
  /** A BCP 47 tag. */
  readonly language: string | null;
  /** The address that the document calls its own, else the one that it came from. */
  readonly url: string | null;
};

export const noParticulars: Particulars = {
  title: null,
  byline: null,
  publisher: null,
  publishedAt: null,
  language: null,
  url: null,
};

/** One article as it was found in a file or on a page. */
export type FoundArticle = Particulars & {
  readonly text: string;
  readonly boilerplate: readonly BoilerplateProposal[];
  /** What stood around the article and was not taken for a part of it: menus, footers, other articles' teasers. */
  readonly leftOut: readonly string[];
  /** How the letters were read, for a person to correct; null where the format leaves no choice. */
  readonly encoding: string | null;
};

/** A paragraph with what its place in the document tells of it. */
export type Block = { readonly text: string; readonly hint: BoilerplateReason | null };

/** Paragraphs as one text, with an empty line between them, and where in it the doubtful ones are. */
export function joinBlocks(blocks: readonly Block[]): Pick<FoundArticle, "text" | "boilerplate"> {
  const boilerplate: BoilerplateProposal[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const block of blocks) {
    const start = length;
    parts.push(block.text);
    length += block.text.length + 2;
    const reason = block.hint ?? boilerplateReason(block.text);
    if (reason) boilerplate.push({ start, end: start + block.text.length, reason });
  }
  return { text: parts.join("\n\n"), boilerplate };
}
