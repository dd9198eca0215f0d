/**
 * JSON that may stand inside of a script element: no "<" can end the element, and the two line ends that JavaScript knew
 * and JSON did not are written out.
 */
export function scriptSafeJson(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** The elements of a JSON array, one after the other, each indented by two. */
export async function* jsonArray(elements: AsyncIterable<unknown>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const element of elements) {
    yield `${isFirst ? "[" : ","}\n${indentBy(scriptSafeJson(element, 2), "  ")}`;
    isFirst = false;
  }
  yield isFirst ? "[]\n" : "\n]\n";
}

/** Lines moved in. Only a line feed ends one: a U+2028 inside of a string is a letter of it, and stays untouched. */
export function indentBy(text: string, space: string): string {
  return space + text.replaceAll("\n", `\n${space}`);
}

/** The object without the fields that say nothing. */
export function told<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  ) as Partial<T>;
}
