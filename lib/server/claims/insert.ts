import "server-only";
import type { Cut } from "@/lib/core/articles/cuts";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

type Home = {
  readonly articleId: string;
  readonly revisionId: string;
  readonly text: string;
  readonly cuts: readonly Cut[];
};

/** Enough to make round trips rare, few enough for one statement to stay small. */
const batchSize = 10_000;

/**
 * One claim per sentence, numbered from 1 in each text, each with exactly its slice of it. What is not to be checked
 * is disposed from the beginning, which is the state that the state machine gives it.
 */
export async function insertSentences(
  tx: Tx,
  scope: WorkspaceScope,
  scaleId: string,
  homes: readonly Home[],
): Promise<void> {
  const sentences = homes.flatMap(({ articleId, revisionId, text, cuts }) =>
    cuts.map(({ start, end, disposition, reason }, at) => ({
      articleId,
      revisionId,
      ordinal: at + 1,
      start,
      end,
      words: text.slice(start, end),
      disposition,
      reason: reason ?? null,
    })),
  );
  for (let first = 0; first < sentences.length; first += batchSize) {
    const batch = sentences.slice(first, first + batchSize);
    const column = <T>(value: (sentence: (typeof batch)[number]) => T): T[] => batch.map(value);
    await tx.$executeRaw`
      insert into claim (workspace_id, id, article_id, revision_id, ordinal, kind, start, "end", text, disposition,
        disposition_reason, state, scale_id)
      select ${scope.workspaceId}::uuid, gen_random_uuid(), article_id, revision_id, ordinal, 'sentence', start, "end",
        words, disposition::disposition, reason,
        (case when disposition = 'to_check' then 'unchecked' else 'disposed' end)::claim_state, ${scaleId}::uuid
      from unnest(${column(({ articleId }) => articleId)}::uuid[], ${column(({ revisionId }) => revisionId)}::uuid[],
        ${column(({ ordinal }) => ordinal)}::int[], ${column(({ start }) => start)}::int[],
        ${column(({ end }) => end)}::int[], ${column(({ words }) => words)}::text[],
        ${column(({ disposition }) => disposition)}::text[], ${column(({ reason }) => reason)}::text[])
        as sentence (article_id, revision_id, ordinal, start, "end", words, disposition, reason)`;
  }
}
