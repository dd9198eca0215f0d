import "server-only";
import type { Span } from "@/lib/core/text/segment";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

type Home = { readonly articleId: string; readonly revisionId: string; readonly scaleId: string };

/** Enough to make round trips rare, few enough for one statement to stay small. */
const batchSize = 10_000;

/** One claim per sentence, numbered from 1 in the order of the spans, each with exactly its slice of the text. */
export async function insertSentences(
  tx: Tx,
  scope: WorkspaceScope,
  { articleId, revisionId, scaleId }: Home,
  text: string,
  spans: readonly Span[],
): Promise<void> {
  for (let first = 0; first < spans.length; first += batchSize) {
    const batch = spans.slice(first, first + batchSize);
    const starts = batch.map(({ start }) => start);
    const ends = batch.map(({ end }) => end);
    const words = batch.map(({ start, end }) => text.slice(start, end));
    await tx.$executeRaw`
      insert into claim (workspace_id, id, article_id, revision_id, ordinal, kind, start, "end", text, scale_id)
      select ${scope.workspaceId}::uuid, gen_random_uuid(), ${articleId}::uuid, ${revisionId}::uuid,
        ${first}::int + place, 'sentence', start, "end", words, ${scaleId}::uuid
      from unnest(${starts}::int[], ${ends}::int[], ${words}::text[])
        with ordinality as sentence (start, "end", words, place)`;
  }
}
