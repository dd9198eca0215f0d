import "server-only";

/** Words as `contains` takes them literally: to PostgreSQL's LIKE a percent sign and an underscore stand for others. */
export function literalLike(words: string): string {
  return words.replace(/[\\%_]/g, "\\$&");
}
