import "server-only";
import type { PreviewInput } from "@/lib/core/articles/article";
import { detectDirection } from "@/lib/core/text/direction";
import { segment, type Span } from "@/lib/core/text/segment";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { refuseUnusable } from "./usable-text";

export type ArticlePreview = {
  readonly direction: "ltr" | "rtl";
  /** Sentences as UTF-16 code units, half-open, in the text as it was sent. */
  readonly spans: readonly Span[];
};

/** The sentences that an import of this text would make; writes nothing. @throws Refusal as importing would */
export async function previewArticle(
  actor: Actor,
  target: { readonly workspace: string },
  input: PreviewInput,
): Promise<ArticlePreview> {
  await authorize(actor, target.workspace, "article.import");
  refuseUnusable(input.text);
  const spans = segment(input.text, input.language ? { language: input.language } : {});
  return { direction: detectDirection(input.text), spans };
}
