import "server-only";
import { z } from "zod";

/** A page of a list. */
export const pageOf = (item: z.ZodType) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable().describe("Send it as `cursor` for the next page; null at the end."),
  });

/** A list that comes whole. */
export const listOf = (item: z.ZodType) => z.strictObject({ items: z.array(item) });

export const idOnly = z.strictObject({ id: z.string() });
export const newVersion = z.strictObject({ version: z.int() });
