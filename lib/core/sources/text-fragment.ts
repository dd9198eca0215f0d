/** So many words at either end name a longer passage. */
const endWords = 6;
const shortWords = 14;

/**
 * A link that makes a browser scroll to the words and mark them (WICG Scroll to Text Fragment). Without words it is the
 * plain address; one that has a fragment of its own keeps it.
 */
export function textFragmentLink(address: string, words: string | null): string {
  const list = words?.match(/\S+/gu) ?? [];
  if (list.length === 0) return address;
  const parts =
    list.length <= shortWords
      ? [list.join(" ")]
      : [list.slice(0, endWords).join(" "), list.slice(-endWords).join(" ")];
  const [plain, own = ""] = address.split("#", 2);
  return `${plain ?? ""}#${own}:~:text=${parts.map(encoded).join(",")}`;
}

/** A hyphen has a meaning of its own in such a link, and so has what encodeURIComponent leaves alone. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
}
