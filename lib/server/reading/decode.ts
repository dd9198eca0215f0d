import "server-only";
import { analyse } from "chardet";
import { encodingLabels, type Encoding } from "@/lib/core/formats/encodings";
import { isUtf16 } from "@/lib/core/formats/file-kind";
import { languageLikeness } from "@/lib/core/text/language";
import { ReadingFailure } from "./failure";

export type DecodedText = { readonly text: string; readonly encoding: string };

/** Encodings that detection takes for each other, because most of their letters are the same. */
const siblings: Readonly<Record<string, readonly Encoding[]>> = {
  "iso-8859-2": ["windows-1250", "iso-8859-2"],
  "iso-8859-6": ["windows-1256", "iso-8859-6"],
  "windows-1256": ["windows-1256", "iso-8859-6"],
  "iso-8859-7": ["windows-1253"],
  "iso-8859-8": ["windows-1255"],
  "iso-8859-9": ["windows-1254"],
  "koi8-r": ["koi8-r", "windows-1251"],
  "windows-1251": ["windows-1251", "koi8-r"],
};

/** Enough to tell by, as little as possible of a long text. */
const sampleBytes = 64_000;

/**
 * The text in some bytes. Asked for an encoding it is used or refused; a byte order mark decides; so does UTF-8, which
 * other encodings hit by no accident; then what the document says of itself; then the letters that make words.
 * @throws ReadingFailure encoding (a person has to choose), wrong_encoding
 */
export function decodeText(
  bytes: Uint8Array,
  { asked = null, stated = null }: { readonly asked?: Encoding | null; readonly stated?: string | null } = {},
): DecodedText {
  if (asked) return present(decodeAs(bytes, asked), "wrong_encoding");
  const wide = isUtf16(bytes);
  if (wide) return present(decodeAs(bytes, wide), "damaged");
  return (
    decodeAs(bytes, "utf-8") ??
    (stated === null ? null : decodeAs(bytes, stated)) ??
    present(guess(bytes), "encoding")
  );
}

function present(
  decoded: DecodedText | null,
  otherwise: "encoding" | "wrong_encoding" | "damaged",
): DecodedText {
  if (!decoded) throw new ReadingFailure(otherwise);
  return decoded;
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    const { encoding } = decoder;
    return { text: encoding === "windows-1252" ? withWindowsMarks(text) : text, encoding };
  } catch {
    return null;
  }
}

/** What windows-1252 has at 0x80 to 0x9f: quotation marks and dashes above all; NULs stand for bytes it has nothing at. */
const windowsMarks = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/** Node decodes windows-1252 as ISO-8859-1, which has control characters where the standard wants these. */
function withWindowsMarks(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (control) => {
    const mark = windowsMarks[control.charCodeAt(0) - 0x80];
    return mark === undefined || mark === "\0" ? control : mark;
  });
}

/** The likely encoding in which the text reads most like a language, or null where none does. */
function guess(bytes: Uint8Array): DecodedText | null {
  const sample = bytes.subarray(0, sampleBytes);
  const likely = analyse(sample)
    .filter(({ confidence }) => confidence >= 15)
    .slice(0, 5)
    .flatMap(({ name }) => siblings[name.toLowerCase()] ?? labelOf(name));
  let best: { readonly label: Encoding; readonly score: number } | null = null;
  for (const label of new Set(likely)) {
    const score = likenessIn(sample, label);
    if (score > (best?.score ?? 0)) best = { label, score };
  }
  return best ? decodeAs(bytes, best.label) : null;
}

function labelOf(name: string): readonly Encoding[] {
  try {
    const { encoding } = new TextDecoder(name);
    return encodingLabels.filter((label) => label === encoding);
  } catch {
    return [];
  }
}

function likenessIn(sample: Uint8Array, label: Encoding): number {
  // A sample may end inside of a letter.
  const text = withWindowsMarks(new TextDecoder(label).decode(sample));
  // Control characters of the C1 set, and symbols inside of words, are letters of another encoding.
  const strange = text.match(/[\u0080-\u009f\ufffd]|(?<=\p{L})[\u00a1-\u00bf×÷](?=\p{L})/gu)?.length ?? 0;
  return languageLikeness(onlyWords(text)) - (strange * 20) / Math.max(1, text.length);
}

/** What is markup or plain ASCII is the same in every candidate, and would outweigh the few letters that are not. */
function onlyWords(text: string): string {
  const words = text.replaceAll(/<[^>]{0,2000}>/g, " ");
  const foreign = words.match(/\S*[^\u0000-\u007f]\S*/gu)?.join(" ") ?? "";
  return foreign.length > 200 ? foreign : words;
}
