/** What a file can be brought in as: a document is one article, a table or a list many. */
export const fileKinds = ["text", "markdown", "html", "docx", "pdf", "jsonl", "json", "csv", "xlsx"] as const;
export type FileKind = (typeof fileKinds)[number];

/** Kinds of which a file holds one article, rather than many. */
const documentKinds = ["text", "markdown", "html", "docx", "pdf"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export function isDocumentKind(kind: FileKind): kind is DocumentKind {
  return (documentKinds as readonly FileKind[]).includes(kind);
}

/** Whether a file of this name holds many articles. What it really holds is asked of its bytes. */
export function holdsMany(name: string): boolean {
  const kind = byExtension[extensionOf(name)];
  return kind !== undefined && !isDocumentKind(kind);
}

type KindVerdict =
  | { readonly ok: true; readonly kind: FileKind }
  /** What the file is instead, in words that complete "The file …". */
  | { readonly ok: false; readonly why: string };

const byExtension: Readonly<Record<string, FileKind>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  docx: "docx",
  pdf: "pdf",
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "json",
  csv: "csv",
  tsv: "csv",
  xlsx: "xlsx",
};

const byMediaType: Readonly<Record<string, FileKind>> = {
  "text/plain": "text",
  "text/markdown": "markdown",
  "text/html": "html",
  "application/xhtml+xml": "html",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/** First bytes (as Latin-1), what they tell, and what to do with such a file where it is no kind of ours. */
const signatures: readonly (readonly [RegExp, string, string])[] = [
  [/^%PDF-/, "pdf", "is a PDF"],
  [/^PK\u0003\u0004/, "zip", "is a ZIP archive. Unpack it, and bring in the files in it"],
  [/^PK\u0005\u0006/, "zip", "is an empty ZIP archive"],
  [
    /^\u00d0\u00cf\u0011\u00e0/,
    "ole",
    "is an old Office file, or one that is protected by a password. Save it as DOCX or XLSX without a password",
  ],
  [/^\{\\rtf/, "rtf", "is an RTF document. Save it as DOCX or as plain text"],
  [/^\u0089PNG|^\u00ff\u00d8\u00ff|^GIF8|^RIFF....WEBP|^II\*\u0000|^MM\u0000\*/s, "picture", "is a picture"],
  [
    /^ID3|^OggS|^RIFF....WAVE|^fLaC|^....ftyp|^\u001aE\u00df\u00a3/s,
    "media",
    "is a sound or video recording",
  ],
  [/^\u001f\u008b|^BZh|^\u00fd7zXZ|^7z\u00bc\u00af|^Rar!/, "packed", "is packed. Unpack it first"],
  [/^\u007fELF|^MZ.{0,60}\u0000|^\u00ca\u00fe\u00ba\u00be/s, "program", "is a program"],
];

/** Kinds that every file of them says in its first bytes. */
const signed: ReadonlySet<FileKind> = new Set(["pdf", "docx", "xlsx"]);
const zipped: ReadonlySet<FileKind> = new Set(["docx", "xlsx"]);

/**
 * What a file is, by its name and its first bytes (some thousand are enough), which have to agree. Whether it can be
 * read as that is known only when it has been.
 * @param mediaType what a server says of it, for pages that have no file name
 */
export function fileKindOf(name: string | null, mediaType: string | null, head: Uint8Array): KindVerdict {
  const extension = extensionOf(name ?? "");
  const told = byExtension[extension] ?? byMediaType[mediaType ?? ""] ?? null;
  const opening = latin1(head.subarray(0, 128));
  const signature = signatures.find(([pattern]) => pattern.test(opening));
  if (signature) return withSignature(signature, told, extension);
  if (told !== null && signed.has(told)) {
    return { ok: false, why: `is called .${told}, but does not begin like one. It may be damaged` };
  }
  if (looksBinary(head)) return { ok: false, why: "is no text: it is full of bytes that no text has" };
  return { ok: true, kind: told ?? sniffText(head) };
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

function withSignature(
  [, found, why]: (typeof signatures)[number],
  told: FileKind | null,
  extension: string,
): KindVerdict {
  if (found === "pdf" && (told === "pdf" || told === null)) return { ok: true, kind: "pdf" };
  if (found === "zip" && told !== null && zipped.has(told)) return { ok: true, kind: told };
  const name = extension === "" ? "" : `, although its name ends in .${extension}`;
  return { ok: false, why: `${why}${name}` };
}

/** Without a name that says more, markup is recognised by how it begins. */
function sniffText(head: Uint8Array): FileKind {
  return /^[\s\ufeffï»¿]*<(!doctype html|html|head|body|\?xml)/i.test(latin1(head.subarray(0, 512)))
    ? "html"
    : "text";
}

/** Control characters that stand in no text; every other byte may, in some encoding. UTF-16 has NUL in every second. */
function looksBinary(head: Uint8Array): boolean {
  if (isUtf16(head)) return false;
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) odd += 1;
  }
  return odd * 100 > head.length;
}

/** Whether the bytes are UTF-16: by their byte order mark, or because (nearly) every second one is NUL. */
export function isUtf16(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const sample = head.subarray(0, 4096);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 4) return null;
  const zeros = (offset: 0 | 1) =>
    sample.filter((byte, at) => byte === 0 && at % 2 === offset).length / pairs;
  const [first, second] = [zeros(0), zeros(1)];
  if (second > 0.4 && first < 0.05) return "utf-16le";
  return first > 0.4 && second < 0.05 ? "utf-16be" : null;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
