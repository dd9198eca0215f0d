import { z } from "zod";
import { storableText } from "../shared/fields";

/** What can be looked for, in the order in which it is shown. */
export const searchKinds = ["articles", "claims", "sources", "notes"] as const;
export type SearchKind = (typeof searchKinds)[number];

export const searchQuerySchema = z.strictObject({
  q: storableText(200),
  /** `in=articles,claims`; everything when it is left out. */
  in: z
    .string()
    .max(100)
    .transform((kinds) => kinds.split(","))
    .pipe(z.array(z.enum(searchKinds)))
    .optional(),
  /** How many of each kind. */
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** Something that has all the words, with what leads to it. */
export type SearchHit = {
  readonly kind: SearchKind;
  /** Of the article, claim, source or note. */
  readonly id: string;
  /** Its title or its words, cut after 300 characters. */
  readonly text: string;
  /** null of a source. */
  readonly articleId: string | null;
  readonly articleTitle: string | null;
  /** Of the claim, or of the one that a note is about. */
  readonly claimId: string | null;
  readonly ordinal: number | null;
};

export type SearchResult = {
  readonly items: readonly SearchHit[];
  /** Kinds of which there are more than were asked for. */
  readonly more: readonly SearchKind[];
};
