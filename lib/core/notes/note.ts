import { z } from "zod";
import type { Person } from "../annotations/annotation";
import { idSchema, storableText } from "../shared/fields";

export const noteInputSchema = z.strictObject({
  body: storableText(100_000).refine((text) => text.trim() !== "", "a note needs words"),
  parentId: idSchema.nullish(),
});
export type NoteInput = z.infer<typeof noteInputSchema>;

export type Note = {
  readonly id: string;
  readonly parentId: string | null;
  readonly author: Person;
  readonly body: string;
  readonly version: number;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly resolved: boolean;
};
