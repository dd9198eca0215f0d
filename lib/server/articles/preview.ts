import "server-only";
import type { Duplicate, PreviewInput } from "@/lib/core/articles/article";
import { proposeBoilerplate, type BoilerplateProposal } from "@/lib/core/articles/boilerplate";
import { detectDirection, type Direction } from "@/lib/core/text/direction";
import { detectLanguage } from "@/lib/core/text/language";
import type { Span } from "@/lib/core/text/segment";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { findDuplicates } from "./duplicates";
import { cutByLanguage } from "./prepare";
import { refuseUnusable } from "./usable-text";

export type ArticlePreview = {
  readonly direction: Direction;
  /** As it was given, or found in the text; "und" where it could not be. */
  readonly language: string;
  /** Sentences as UTF-16 code units, half-open, in the text as it was sent. */
  readonly spans: readonly Span[];
  /** Passages that look like boilerplate by their words. */
  readonly boilerplate: readonly BoilerplateProposal[];
  /** Articles of the desk that this one may be. */
  readonly duplicates: readonly Duplicate[];
};

/** What an import of this text would make, and what it may be already; writes nothing. @throws Refusal as importing would */
export async function previewArticle(
  actor: Actor,
  target: { readonly workspace: string },
  input: PreviewInput,
): Promise<ArticlePreview> {
  const scope = await authorize(actor, target.workspace, "article.import");
  refuseUnusable(input.text);
  const language = input.language ?? detectLanguage(input.text);
  return {
    direction: detectDirection(input.text),
    language,
    spans: cutByLanguage(input.text, language).map(({ start, end }) => ({ start, end })),
    boilerplate: proposeBoilerplate(input.text),
    duplicates: await findDuplicates(db(), scope, input),
  };
}
