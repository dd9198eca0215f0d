import "server-only";
import { z } from "zod";
import { idSchema } from "@/lib/core/shared/fields";

export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };
export type PageRequest = { readonly cursor?: string | undefined; readonly limit: number };

/** Ids are version-7 UUIDs, so that the order of ids is the order of creation and the last id is the cursor. */
export const pageQuerySchema = z.strictObject({
  cursor: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** Cuts the row that was read beyond the page and turns it into the knowledge that there is more. */
export function pageOf<R extends { readonly id: string }, T>(
  rows: readonly R[],
  limit: number,
  present: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(present), nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
