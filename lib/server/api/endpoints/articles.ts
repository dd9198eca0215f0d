import "server-only";
import { z } from "zod";
import { articleInputSchema, articlePatchSchema, previewInputSchema } from "@/lib/core/articles/article";
import {
  addressInputSchema,
  fileFieldsSchema,
  readAddressSchema,
  readFieldsSchema,
} from "@/lib/core/articles/import-input";
import { storableText } from "@/lib/core/shared/fields";
import { pageQuerySchema } from "../../http/page";
import { articleParams, workspaceParams } from "../../http/params";
import { maxTableBytes } from "../../imports/bulk";
import { maxDocumentBytes } from "../../imports/commands";
import {
  articlePreview,
  articleSummary,
  binnedArticle,
  foundArticle,
  imported,
  importedDelivery,
  movedArticle,
  startedImport,
} from "../answers/articles";
import { pageOf } from "../answers/lists";
import { endpoint } from "../endpoint";

export const getArticle = endpoint({
  id: "getArticle",
  method: "GET",
  path: "/workspaces/{workspace}/articles/{article}",
  room: "articles",
  summary: "One article with its progress",
  permission: "article.read",
  params: articleParams,
  answers: { 200: articleSummary },
});

export const changeArticle = endpoint({
  id: "changeArticle",
  method: "PATCH",
  path: "/workspaces/{workspace}/articles/{article}",
  room: "articles",
  summary: "Changes what stands around the text: title, byline, publisher, address, date, language",
  permission: "article.change",
  params: articleParams,
  body: articlePatchSchema,
  version: "always",
  answers: { 200: articleSummary },
});

export const binArticle = endpoint({
  id: "binArticle",
  method: "DELETE",
  path: "/workspaces/{workspace}/articles/{article}",
  room: "articles",
  summary: "Moves an article to the bin, from where it can be restored; its published reports stay public",
  permission: "article.change",
  params: articleParams,
  version: "always",
  answers: { 200: movedArticle },
});

export const restoreArticle = endpoint({
  id: "restoreArticle",
  method: "POST",
  path: "/workspaces/{workspace}/articles/{article}/restore",
  room: "articles",
  summary: "Takes an article out of the bin as it was",
  permission: "article.change",
  params: articleParams,
  body: z.strictObject({}),
  version: "always",
  answers: { 200: movedArticle },
});

export const listBin = endpoint({
  id: "listBin",
  method: "GET",
  path: "/workspaces/{workspace}/bin",
  room: "articles",
  summary: "Articles in the bin",
  permission: "article.change",
  params: workspaceParams,
  query: pageQuerySchema,
  answers: { 200: pageOf(binnedArticle) },
});

export const importDelivery = endpoint({
  id: "importDelivery",
  method: "POST",
  path: "/workspaces/{workspace}/articles/import",
  room: "articles",
  summary: "Brings in a file or a page; a file of many articles as a job",
  permission: "article.import",
  params: workspaceParams,
  form: { fields: fileFieldsSchema, instead: addressInputSchema, maxBytes: maxTableBytes },
  answers: { 201: importedDelivery, 202: startedImport },
});

export const previewArticle = endpoint({
  id: "previewArticle",
  method: "POST",
  path: "/workspaces/{workspace}/articles/preview",
  room: "articles",
  summary: "How a text would be cut into claims; keeps nothing of it",
  permission: "article.import",
  params: workspaceParams,
  body: previewInputSchema,
  maxBytes: 32_000_000,
  answers: { 200: articlePreview },
});

export const readArticle = endpoint({
  id: "readArticle",
  method: "POST",
  path: "/workspaces/{workspace}/articles/read",
  room: "articles",
  summary: "Reads the article out of a file or a page, for a person to look over; keeps nothing of it",
  permission: "article.import",
  params: workspaceParams,
  form: { fields: readFieldsSchema, instead: readAddressSchema, maxBytes: maxDocumentBytes },
  answers: { 200: foundArticle },
});

export const listArticles = endpoint({
  id: "listArticles",
  method: "GET",
  path: "/workspaces/{workspace}/articles",
  room: "articles",
  summary: "Articles with their progress, newest first; `q` looks in their titles",
  permission: "article.read",
  params: workspaceParams,
  query: pageQuerySchema.extend({ q: storableText(200).optional() }),
  answers: { 200: pageOf(articleSummary) },
});

export const importArticle = endpoint({
  id: "importArticle",
  method: "POST",
  path: "/workspaces/{workspace}/articles",
  room: "articles",
  summary: "Brings a text in as an article",
  permission: "article.import",
  params: workspaceParams,
  body: articleInputSchema,
  // The longest text that is taken, with every character escaped.
  maxBytes: 32_000_000,
  answers: { 201: imported },
});
