/** A token of JSON, from where it is looked for: white space and then a string, number, word or mark. */
const token =
  /[\t\n\r ]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{}:,]))/y;

type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end" | "end";
type Bracket = "[" | "{";

/**
 * Where a text stops being JSON (RFC 8259), as a line and a character, both from 1; null where it never does. Engines
 * say so in words that differ, or not at all.
 */
export function findJsonBreak(text: string): { readonly line: number; readonly character: number } | null {
  const open: Bracket[] = [];
  let expected: Expected = "value";
  let at = 0;
  while (at < text.length || expected !== "end") {
    token.lastIndex = at;
    const found = token.exec(text);
    const next: Expected | null = found ? step(expected, found, open) : null;
    if (!found || next === null) {
      return expected === "end" && /^[\t\n\r ]*$/.test(text.slice(at)) ? null : placeIn(text, at);
    }
    expected = next;
    at = token.lastIndex;
  }
  return null;
}

/** What may come after this token; null when it may not stand here. Keeps what is open. */
function step(expected: Expected, [, text, word, mark]: RegExpExecArray, open: Bracket[]): Expected | null {
  if (text !== undefined && expected.startsWith("key")) return ":";
  if (mark !== undefined) return stepMark(expected, mark, open);
  return expected.startsWith("value") && (text ?? word) !== undefined ? afterValue(open) : null;
}

function afterValue(open: readonly Bracket[]): Expected {
  return open.length > 0 ? ", or end" : "end";
}

function stepMark(expected: Expected, mark: string, open: Bracket[]): Expected | null {
  if (mark === "[" || mark === "{") {
    if (!expected.startsWith("value")) return null;
    open.push(mark);
    return mark === "[" ? "value or ]" : "key or }";
  }
  if (mark === ":") return expected === ":" ? "value" : null;
  if (mark === ",") return expected === ", or end" ? afterComma(open) : null;
  return stepClose(expected, mark, open);
}

function afterComma(open: readonly Bracket[]): Expected {
  return open.at(-1) === "[" ? "value" : "key";
}

function stepClose(expected: Expected, mark: string, open: Bracket[]): Expected | null {
  const mayClose = expected === ", or end" || expected.endsWith(` or ${mark}`);
  return mayClose && open.pop() === (mark === "]" ? "[" : "{") ? afterValue(open) : null;
}

function placeIn(text: string, at: number) {
  const start = at + (/^[\t\n\r ]*/.exec(text.slice(at))?.[0].length ?? 0);
  const before = text.slice(0, start).split("\n");
  return { line: before.length, character: (before.at(-1)?.length ?? 0) + 1 };
}
