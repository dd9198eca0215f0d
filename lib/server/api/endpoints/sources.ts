import "server-only";
import { z } from "zod";
import { line, storableText } from "@/lib/core/shared/fields";
import { sourceInputSchema } from "@/lib/core/sources/source";
import { pageQuerySchema } from "../../http/page";
import { lookupParams, snapshotParams, sourceParams, workspaceParams } from "../../http/params";
import { idOnly, pageOf } from "../answers/lists";
import { sourceDetail } from "../answers/source-pages";
import { lookup, source } from "../answers/sources";
import { endpoint } from "../endpoint";

export const getSource = endpoint({
  id: "getSource",
  method: "GET",
  path: "/workspaces/{workspace}/sources/{source}",
  room: "sources",
  summary: "A source with its snapshots and all that cites it, as far as the caller may see it",
  permission: "source.read",
  params: sourceParams,
  answers: { 200: sourceDetail },
});

export const getSnapshotText = endpoint({
  id: "getSnapshotText",
  method: "GET",
  path: "/workspaces/{workspace}/sources/{source}/snapshots/{snapshot}",
  room: "sources",
  summary: "The text of a snapshot, byte for byte what its hash is of",
  permission: "source.read",
  params: snapshotParams,
  answers: { 200: { media: ["text/plain"] } },
});

export const takeSnapshot = endpoint({
  id: "takeSnapshot",
  method: "POST",
  path: "/workspaces/{workspace}/sources/{source}/snapshots",
  room: "sources",
  summary: "Takes a snapshot of a source's page",
  permission: "source.write",
  params: sourceParams,
  body: z.strictObject({}),
  answers: { 202: idOnly },
});

export const getLookup = endpoint({
  id: "getLookup",
  method: "GET",
  path: "/workspaces/{workspace}/sources/lookups/{lookup}",
  room: "sources",
  summary: "What a look-up has found",
  permission: "source.write",
  params: lookupParams,
  answers: { 200: lookup },
});

export const startLookup = endpoint({
  id: "startLookup",
  method: "POST",
  path: "/workspaces/{workspace}/sources/lookups",
  room: "sources",
  summary: "Looks up what stands behind an address or a DOI",
  permission: "source.write",
  params: workspaceParams,
  body: z.strictObject({ reference: line(2_000) }),
  answers: { 202: idOnly },
});

export const listSources = endpoint({
  id: "listSources",
  method: "GET",
  path: "/workspaces/{workspace}/sources",
  room: "sources",
  summary: "The desk's library",
  permission: "source.read",
  params: workspaceParams,
  query: pageQuerySchema.extend({ q: storableText(200).optional() }),
  answers: { 200: pageOf(source) },
});

export const addSource = endpoint({
  id: "addSource",
  method: "POST",
  path: "/workspaces/{workspace}/sources",
  room: "sources",
  summary: "Adds a source, or finds the one that is there already",
  permission: "source.write",
  params: workspaceParams,
  body: sourceInputSchema,
  answers: { 200: source, 201: source },
});
