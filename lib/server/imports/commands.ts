import "server-only";
import type { ArticleInput, Duplicate } from "@/lib/core/articles/article";
import type { BoilerplateProposal } from "@/lib/core/articles/boilerplate";
import { disposeWithin, type Cut } from "@/lib/core/articles/cuts";
import type { FoundArticle } from "@/lib/core/articles/found-article";
import type { ImportFields } from "@/lib/core/articles/import-input";
import type { Encoding } from "@/lib/core/formats/encodings";
import { holdsMany } from "@/lib/core/formats/file-kind";
import { present } from "@/lib/core/shared/assert";
import { detectLanguage } from "@/lib/core/text/language";
import { findDuplicates } from "../articles/duplicates";
import { insertArticles, type Imported } from "../articles/insert";
import { cutByLanguage, prepareArticle } from "../articles/prepare";
import { refuseUnusable } from "../articles/usable-text";
import type { Actor, Operation, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { transact } from "../db/transaction";
import { tooLarge, type IncomingFile } from "../http/multipart";
import { receiveTable, startImport } from "./bulk";
import { Fingerprint, type Delivery } from "./delivery";
import { findArticle, type Source } from "./source";

/** A scanned book is larger, and has no text. */
export const maxDocumentBytes = 20_000_000;

/**
 * What a file or page holds, for a person to look at and correct; writes nothing.
 * @throws Refusal forbidden, not_found, bad_input that says what is wrong with the file or the address, too_large
 */
export async function readArticle(
  actor: Actor,
  target: { readonly workspace: string },
  delivery: Delivery<{ readonly encoding?: Encoding | undefined }>,
): Promise<FoundArticle> {
  const scope = await authorize(actor, target.workspace, "article.import");
  const { source, fields } = await openDelivery(delivery);
  const found = await findArticle(scope, source, fields.encoding ?? null);
  refuseUnusable(found.text);
  return { ...found, title: found.title ?? titleOf(source, found.text) };
}

export type ImportedDocument = Imported & {
  /** Passages that look like boilerplate; disposed only if that was asked for. */
  readonly boilerplate: readonly BoilerplateProposal[];
  /** Articles that were here before and that this one may be: it can become a new version of one instead. */
  readonly duplicates: readonly Duplicate[];
};

export type ImportOutcome =
  | { readonly outcome: "imported"; readonly article: ImportedDocument }
  | { readonly outcome: "started"; readonly jobId: string };

/**
 * Brings in what a file or page holds: one article at once, a file of many by a job. What the sender says of an article
 * goes before what it says of itself.
 * @throws Refusal forbidden, not_found, bad_input, too_large, too_many
 */
export async function importDelivery(
  actor: Actor,
  target: { readonly workspace: string },
  delivery: Delivery<ImportFields>,
): Promise<ImportOutcome> {
  const scope = await authorize(actor, target.workspace, "article.import");
  if (delivery.from === "address") {
    return { outcome: "imported", article: await importOne(scope, await openDelivery(delivery)) };
  }
  const { taken, ...sent } = await delivery.receive(async (file) =>
    holdsMany(file.name) ? await keepTable(scope, file) : await keepDocument(file),
  );
  if (taken.from === "table") {
    const { policy, duplicates } = sent.fields;
    return {
      outcome: "started",
      ...(await startImport(scope, taken, { policy, duplicates }, sent.operation)),
    };
  }
  return { outcome: "imported", article: await importOne(scope, { source: taken, ...sent }) };
}

async function importOne(
  scope: WorkspaceScope,
  { source, fields, operation }: Opened<ImportFields>,
): Promise<ImportedDocument> {
  const { encoding = null, boilerplate: wish = "keep", duplicates: _, ...said } = fields;
  const found = await findArticle(scope, source, encoding);
  const input = inputOf(found, said, source);
  const prepared = prepareArticle(
    wish === "dispose" ? { ...input, sentences: [...disposed(found, input.language)] } : input,
  );
  const duplicates = await findDuplicates(db(), scope, input);
  return transact({ ...scope, actor: { ...scope.actor, operation } }, async (tx) => {
    const [imported] = await insertArticles(tx, scope, [prepared]);
    const { boilerplate } = found;
    return { ...present(imported, "one article in, one out"), boilerplate, duplicates };
  });
}

async function keepTable(scope: WorkspaceScope, file: IncomingFile) {
  const fingerprint = new Fingerprint();
  const received = await receiveTable(scope, { ...file, content: fingerprint.of(file.content) });
  return { from: "table", ...received, sha256: fingerprint.sha256() } as const;
}

type Opened<F> = { readonly source: Source; readonly fields: F; readonly operation: Operation | null };

async function openDelivery<F>(delivery: Delivery<F>): Promise<Opened<F>> {
  if (delivery.from === "address") {
    const { url, ...sent } = await delivery.open();
    return { source: { from: "address", url }, ...sent };
  }
  const { taken, ...sent } = await delivery.receive(keepDocument);
  return { source: taken, ...sent };
}

/** The whole of a document, which may be so large. */
async function keepDocument({ name, mediaType, content }: IncomingFile) {
  const fingerprint = new Fingerprint();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of fingerprint.of(content)) {
    size += chunk.length;
    if (size > maxDocumentBytes) throw tooLarge(maxDocumentBytes);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return { from: "file", name, mediaType, bytes, sha256: fingerprint.sha256() } as const;
}

function inputOf(
  { title, byline, publisher, publishedAt, language, url, text }: FoundArticle,
  said: Omit<ImportFields, "encoding" | "boilerplate" | "duplicates">,
  source: Source,
): ArticleInput {
  const known = { title: title ?? titleOf(source, text), byline, publisher, publishedAt, language, url };
  // Where a page was fetched from is not where it says that it belongs.
  const own = source.from === "address" ? { ...said, url: undefined } : said;
  const stated = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { policy: "single", ...known, ...stated, text };
}

function disposed({ text, boilerplate }: FoundArticle, language: string | null | undefined): readonly Cut[] {
  return disposeWithin(cutByLanguage(text, language ?? detectLanguage(text)), boilerplate);
}

const longestTitle = 120;

/** A document without a title is called as its file, a page by its first words. */
function titleOf(source: Source, text: string): string {
  const stem = source.from === "file" ? source.name.replace(/\.\w{1,8}$/, "").replaceAll(/[_\s]+/g, " ") : "";
  if (stem.trim() !== "") return stem.trim();
  const [first = ""] = text.trim().split("\n");
  return first.length > longestTitle ? `${first.slice(0, longestTitle).toWellFormed()}…` : first;
}
