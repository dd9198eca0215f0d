import "server-only";
import { z } from "zod";
import { noteChangeSchema, noteInputSchema } from "@/lib/core/notes/note";
import { claimParams, noteParams } from "../../http/params";
import { idOnly, newVersion } from "../answers/lists";
import { resolvedNote } from "../answers/notes";
import { endpoint } from "../endpoint";

export const writeNote = endpoint({
  id: "writeNote",
  method: "POST",
  path: "/workspaces/{workspace}/claims/{claim}/notes",
  room: "notes",
  summary: "Writes a note on a claim",
  permission: "note.write",
  params: claimParams,
  body: noteInputSchema,
  answers: { 201: idOnly },
});

export const resolveNote = endpoint({
  id: "resolveNote",
  method: "POST",
  path: "/workspaces/{workspace}/notes/{note}/resolve",
  room: "notes",
  summary: "Resolves a note, or opens it again",
  permission: "note.write",
  params: noteParams,
  body: z.strictObject({ resolved: z.boolean() }),
  answers: { 200: resolvedNote },
});

export const changeNote = endpoint({
  id: "changeNote",
  method: "PATCH",
  path: "/workspaces/{workspace}/notes/{note}",
  room: "notes",
  summary: "Edits one's own note",
  permission: "note.write",
  params: noteParams,
  body: noteChangeSchema,
  version: "always",
  answers: { 200: newVersion },
});
