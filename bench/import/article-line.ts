const words =
  "bridge tunnel minister report metres opened closed painted colour river train harbour budget".split(" ");

/** An article as one line of JSON Lines: sentences of the usual length, no two articles the same. */
export function articleLine(number: number, sentences: number): string {
  const text = Array.from({ length: sentences }, (_, at) => {
    const some = Array.from(
      { length: 14 },
      (_, step) => words[(number * 7 + at * 3 + step * 5) % words.length],
    );
    return `In ${1900 + (at % 120)} the ${some.join(" ")} was said to be ${number * sentences + at}.`;
  }).join(" ");
  return `${JSON.stringify({ title: `Article ${number}`, text })}\n`;
}
