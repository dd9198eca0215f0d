import "server-only";
import type { ArticleInput } from "@/lib/core/articles/article";
import { present } from "@/lib/core/shared/assert";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { transact } from "../db/transaction";
import { insertArticles, type Imported } from "./insert";
import { prepareArticle } from "./prepare";

/**
 * Brings an article in: its text as revision 1, untouched, and one claim per sentence.
 * @throws Refusal forbidden, not_found, bad_input or too_large for a text that cannot be kept or has no words
 */
export async function importArticle(
  actor: Actor,
  target: { readonly workspace: string },
  input: ArticleInput,
): Promise<Imported> {
  const scope = await authorize(actor, target.workspace, "article.import");
  const prepared = prepareArticle(input);
  return transact(scope, async (tx) => {
    const [imported] = await insertArticles(tx, scope, [prepared]);
    return present(imported, "one article in, one out");
  });
}
