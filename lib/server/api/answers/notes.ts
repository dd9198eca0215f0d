import "server-only";
import { z } from "zod";
import type { Note } from "@/lib/core/notes/note";
import { person } from "./people";

export const note: z.ZodType<Note> = z
  .strictObject({
    id: z.string(),
    parentId: z.string().nullable(),
    author: person,
    body: z.string(),
    about: z
      .strictObject({
        quote: z.string(),
        start: z.number(),
      })
      .nullable()
      .describe("The words of the claim that it is about; null where it is about all of it."),
    mentions: z.array(person).describe("Who is called in it, by the names that the text calls them by."),
    version: z.number(),
    createdAt: z.string(),
    editedAt: z.string().nullable(),
    resolved: z.boolean(),
  })
  .meta({ id: "Note" });

export const resolvedNote = z.strictObject({ id: z.string(), resolved: z.boolean() });
