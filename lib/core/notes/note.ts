import { z } from "zod";
import type { Person } from "../annotations/annotation";
import { idSchema, storableText } from "../shared/fields";

const bodySchema = storableText(100_000).refine((text) => text.trim() !== "", "a note needs words");

/** Words of the claim that a note is about; UTF-16 code units of the claim's text, half-open. */
const aboutSchema = z.strictObject({
  quote: storableText(100_000).min(1),
  start: z.number().int().min(0),
});
export type AboutWords = z.infer<typeof aboutSchema>;

export const noteInputSchema = z
  .strictObject({ body: bodySchema, parentId: idSchema.nullish(), about: aboutSchema.nullish() })
  .refine(({ parentId, about }) => !parentId || !about, {
    path: ["about"],
    message: "an answer is about what its thread is about",
  });
export type NoteInput = z.infer<typeof noteInputSchema>;

export const noteChangeSchema = z.strictObject({ body: bodySchema });
export type NoteChange = z.infer<typeof noteChangeSchema>;

export type Note = {
  readonly id: string;
  readonly parentId: string | null;
  readonly author: Person;
  readonly body: string;
  /** The words of the claim that it is about; null where it is about all of it. */
  readonly about: AboutWords | null;
  /** Who is called in it, by the names that the text calls them by. */
  readonly mentions: readonly Person[];
  readonly version: number;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly resolved: boolean;
};
