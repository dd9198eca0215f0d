/** What in a sentence makes it worth, or hardly worth, checking. */
export type WorthReason =
  | "figure"
  | "share"
  | "date"
  | "name"
  | "quotation"
  | "superlative"
  | "comparison"
  | "cause"
  | "question"
  | "opinion"
  | "forecast"
  | "fragment";

export type CheckWorthiness = {
  /** From 0 to 100; sorts, and never hides. */
  readonly score: number;
  /** What gave and took points, the most first, each with the words that it was found in. */
  readonly reasons: readonly {
    readonly reason: WorthReason;
    readonly points: number;
    readonly words: string;
  }[];
};

type Rule = { readonly reason: WorthReason; readonly points: number; readonly pattern: RegExp };

const word = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words})(?![\\p{L}\\p{M}\\p{N}])`, "iu");

/**
 * Weights of this project's own: points out of 100, added up over what is found, each kind once. They follow what
 * fact-checkers say they look for (figures, records, comparisons, causes, words put into somebody's mouth) and are
 * trained on nothing. Words are of English, Spanish, French and German; figures, dates and quotation marks of any script.
 */
const rules: readonly Rule[] = [
  { reason: "figure", points: 30, pattern: /\p{N}+(?:[.,٫٬]\p{N}+)*/u },
  {
    reason: "share",
    points: 10,
    pattern: /\p{N}\s?[%٪‰]|[$€£¥₹]\s?\p{N}|\p{N}\s?(?:€|£|¥|km|kg|ha|GW|MW|°C)(?!\p{L})/u,
  },
  {
    reason: "share",
    points: 10,
    pattern: word(
      "per ?cent|millions?|billions?|trillions?|millones|milliards?|Millionen|Milliarden|Prozent|por ciento|pour cent",
    ),
  },
  {
    reason: "date",
    points: 10,
    pattern: /(?<!\p{N})(?:1[5-9]|20)\p{Nd}{2}(?!\p{N})|\p{Nd}{1,2}[./]\p{Nd}{1,2}[./]\p{Nd}{2,4}/u,
  },
  {
    reason: "name",
    points: 15,
    pattern: /(?<=[\p{L},;:]\s)\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+)*/u,
  },
  { reason: "quotation", points: 10, pattern: /["“«„»「『][^"”»“」』]{12,}["”»“«」』]/u },
  {
    reason: "quotation",
    points: 10,
    pattern: word(
      "said|says|told|claimed|claims|stated|announced|revealed|according to|dijo|afirmó|según|declaró|a déclaré|selon|affirme|sagte|laut|erklärte",
    ),
  },
  {
    reason: "superlative",
    points: 15,
    pattern: word(
      "most|least|largest|biggest|smallest|highest|lowest|tallest|longest|shortest|oldest|youngest|fastest|richest|poorest|worst|best|first|last|only|never|always|every|all|none|record|mayor|menor|único|nunca|siempre|todos|premier|plus grand|jamais|toujours|tous|größte[rns]?|höchste[rns]?|älteste[rns]?|beste[rns]?|peor|mejor|pire|meilleure?s?|erste[rns]?|einzige[rns]?|nie|immer|alle",
    ),
  },
  {
    reason: "comparison",
    points: 15,
    pattern: word(
      "more|less|fewer|higher|lower|than|twice|double[sd]?|tripled?|increased?|rose|fell|dropped|cut|versus|más|menos|doble|aumentó|cayó|plus|moins|hausse|baisse|mehr|weniger|doppelt|gestiegen|gesunken|als",
    ),
  },
  {
    reason: "cause",
    points: 10,
    pattern: word(
      "because|caused?|causes|led to|due to|results? in|porque|causó|debido a|parce que|à cause|weil|verursacht|wegen",
    ),
  },
  { reason: "question", points: -30, pattern: /[?？؟]["”»’)\]]*\s*$/u },
  {
    reason: "opinion",
    points: -15,
    pattern: word(
      "I think|I believe|in my view|should|must|ought|beautiful|terrible|creo que|debería|je pense|devrait|ich glaube|sollte",
    ),
  },
  {
    reason: "forecast",
    points: -10,
    pattern: word("will|would|might|could|podría|pourrait|wird|könnte"),
  },
];

const fragment = { reason: "fragment", points: -20 } as const;
const leastWords = 4;
/** What every sentence has before anything is found in it. */
const ground = 15;

/** Of something longer that came as one sentence, a table or a page without a period, the beginning tells enough. */
const mostRead = 2_000;

/** How much a sentence asks to be checked, and why. */
export function checkWorthiness(words: string): CheckWorthiness {
  const sentence = words.slice(0, mostRead);
  const found = new Map<WorthReason, CheckWorthiness["reasons"][number]>();
  for (const { reason, points, pattern } of rules) {
    const match = pattern.exec(sentence);
    if (match && !found.has(reason)) found.set(reason, { reason, points, words: match[0].trim() });
  }
  const count = sentence.trim().split(/\s+/u).length;
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(sentence);
  if (count < leastWords && !isUnspaced) found.set("fragment", { ...fragment, words: sentence.trim() });
  const reasons = [...found.values()].toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const sum = reasons.reduce((total, { points }) => total + points, ground);
  return { score: Math.min(100, Math.max(0, sum)), reasons };
}
