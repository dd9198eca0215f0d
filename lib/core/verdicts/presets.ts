import { defaultScale } from "./default-scale";
import type { ScaleOption } from "./scale";
import type { ScaleInput } from "./scale-input";

type Given = Pick<ScaleOption, "key" | "label" | "description" | "glyph"> & Partial<ScaleOption>;

/** Fills in what follows from the place: the digit, and a neutral tone for what is off the line. */
function numbered(options: readonly Given[]): ScaleOption[] {
  return options.map((option, place) => ({
    tone: "neutral",
    shortcut: String((place + 1) % 10),
    rank: null,
    averitec: null,
    magazine: null,
    ...option,
  }));
}

const notEnough: Given = {
  key: "not_enough_evidence",
  label: "Not enough evidence",
  description: "Searched for and not decidable from what can be found.",
  glyph: "question",
  averitec: "Not Enough Evidence",
  magazine: "query",
};

const sixStep: ScaleInput = {
  key: "six_step",
  name: "Six-step truth scale",
  guidelines: "",
  options: numbered([
    {
      key: "absurd",
      label: "Absurd",
      description: "Not only wrong but beyond anything that could be meant in earnest.",
      glyph: "circle_cross",
      tone: "false",
      rank: 1,
      averitec: "Refuted",
      magazine: "fix",
    },
    {
      key: "false",
      label: "False",
      description: "The evidence contradicts the claim.",
      glyph: "circle_empty",
      tone: "false",
      rank: 2,
      averitec: "Refuted",
      magazine: "fix",
    },
    {
      key: "mostly_false",
      label: "Mostly false",
      description: "A grain of truth, but what matters is left out or wrong.",
      glyph: "circle_quarter",
      tone: "mostly_false",
      rank: 3,
      averitec: "Refuted",
      magazine: "fix",
    },
    {
      key: "half_true",
      label: "Half true",
      description: "Partly right; leaves out what a reader has to know.",
      glyph: "circle_half",
      tone: "mixed",
      rank: 4,
      averitec: "Conflicting Evidence/Cherrypicking",
      magazine: "fix",
    },
    {
      key: "mostly_true",
      label: "Mostly true",
      description: "Right, but needs a word of explanation.",
      glyph: "circle_three_quarters",
      tone: "mostly_true",
      rank: 5,
      averitec: "Supported",
      magazine: "fix",
    },
    {
      key: "true",
      label: "True",
      description: "Right, and nothing that matters is missing.",
      glyph: "circle_full",
      tone: "true",
      rank: 6,
      averitec: "Supported",
      magazine: "ok",
    },
    notEnough,
  ]),
};

const averitec: ScaleInput = {
  key: "averitec",
  name: "AVeriTeC",
  guidelines: "",
  options: numbered([
    {
      key: "refuted",
      label: "Refuted",
      description: "The evidence that was found contradicts the claim.",
      glyph: "circle_empty",
      tone: "false",
      averitec: "Refuted",
      magazine: "fix",
    },
    {
      key: "supported",
      label: "Supported",
      description: "The evidence that was found bears the claim out.",
      glyph: "circle_full",
      tone: "true",
      averitec: "Supported",
      magazine: "ok",
    },
    notEnough,
    {
      key: "conflicting",
      label: "Conflicting or cherry-picked",
      description: "Evidence on both sides, or true only because something is left out.",
      glyph: "arrows",
      averitec: "Conflicting Evidence/Cherrypicking",
      magazine: "query",
    },
  ]),
};

const fever: ScaleInput = {
  key: "fever",
  name: "FEVER",
  guidelines: "",
  options: numbered([
    {
      key: "refutes",
      label: "Refuted",
      description: "The evidence contradicts the claim.",
      glyph: "circle_empty",
      tone: "false",
      averitec: "Refuted",
      magazine: "fix",
    },
    {
      key: "supports",
      label: "Supported",
      description: "The evidence bears the claim out.",
      glyph: "circle_full",
      tone: "true",
      averitec: "Supported",
      magazine: "ok",
    },
    { ...notEnough, key: "not_enough_info", label: "Not enough info" },
  ]),
};

const magazine: ScaleInput = {
  key: "magazine",
  name: "Magazine: OK, fix, query",
  guidelines: "",
  options: numbered([
    {
      key: "ok",
      label: "OK",
      description: "Stands as it is printed.",
      glyph: "check",
      tone: "true",
      averitec: "Supported",
      magazine: "ok",
    },
    {
      key: "fix",
      label: "Fix",
      description: "Wrong as printed; the rationale says how it should read.",
      glyph: "pencil",
      tone: "false",
      averitec: "Refuted",
      magazine: "fix",
    },
    {
      key: "query",
      label: "Query",
      description: "Cannot be decided yet: back to the author with a question.",
      glyph: "question",
      averitec: "Not Enough Evidence",
      magazine: "query",
    },
  ]),
};

/** Scales to begin with. A desk changes them as it likes. */
export const scalePresets: readonly ScaleInput[] = [defaultScale, sixStep, averitec, fever, magazine];
