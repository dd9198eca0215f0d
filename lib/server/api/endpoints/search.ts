import "server-only";
import { searchQuerySchema } from "@/lib/core/search/search";
import { claimParams, workspaceParams } from "../../http/params";
import { listOf } from "../answers/lists";
import { searchResult, similarClaim } from "../answers/search";
import { endpoint } from "../endpoint";

export const search = endpoint({
  id: "search",
  method: "GET",
  path: "/workspaces/{workspace}/search",
  room: "search",
  summary: "Articles, claims, sources and notes that have all the words, the last one as it is begun",
  permission: "article.read",
  params: workspaceParams,
  query: searchQuerySchema,
  answers: { 200: searchResult },
});

export const listSimilar = endpoint({
  id: "listSimilar",
  method: "GET",
  path: "/workspaces/{workspace}/claims/{claim}/similar",
  room: "search",
  summary: "Ruled claims of the desk that say something like this one, the most alike first",
  permission: "ruling.read",
  params: claimParams,
  answers: { 200: listOf(similarClaim) },
});
