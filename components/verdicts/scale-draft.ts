import type { ScaleOption } from "@/lib/core/verdicts/scale";
import type { ScaleInput } from "@/lib/core/verdicts/scale-input";

/** A scale while somebody edits it: the line is the order of the options, counted when it is sent. */
export type ScaleDraft = {
  readonly key: string;
  readonly name: string;
  readonly guidelines: string;
  readonly options: readonly ScaleOption[];
};

export function toDraft({ key, name, guidelines, options }: ScaleDraft): ScaleDraft {
  return { key, name, guidelines, options };
}

/** What is sent: places on the line are counted anew, 1 for the first option that is on it. */
export function toInput({ options, ...rest }: ScaleDraft): ScaleInput {
  let rank = 0;
  const counted = options.map((option) => {
    if (option.rank === null) return option;
    rank += 1;
    return { ...option, rank };
  });
  return { ...rest, options: counted };
}

export function moveOption(
  options: readonly ScaleOption[],
  place: number,
  by: -1 | 1,
): readonly ScaleOption[] {
  const moved = options[place];
  if (!moved || place + by < 0 || place + by >= options.length) return options;
  return options.toSpliced(place, 1).toSpliced(place + by, 0, moved);
}

/** One more option, off the line, with the first digit and a key that are free. */
export function addOption(options: readonly ScaleOption[]): readonly ScaleOption[] {
  const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];
  const free = digits.find((digit) => options.every(({ shortcut }) => shortcut !== digit)) ?? "0";
  const keys = new Set(options.map(({ key }) => key));
  let number = options.length + 1;
  while (keys.has(`verdict_${number}`)) number += 1;
  return [
    ...options,
    {
      key: `verdict_${number}`,
      label: "",
      description: "",
      glyph: "question",
      tone: "neutral",
      shortcut: free,
      rank: null,
      averitec: null,
      magazine: null,
    },
  ];
}
