"use client";

import { averitecLabels, glyphs, magazineMarks, tones, type ScaleOption } from "@/lib/core/verdicts/scale";
import { fieldProblem, type Problem } from "@/lib/client/problem";
import { Button } from "@/components/ui/button";
import { Choice, SelectField, TextField } from "@/components/ui/field";
import { VerdictGlyph } from "./verdict-glyph";

type OptionEditorProps = {
  readonly option: ScaleOption;
  readonly place: number;
  readonly count: number;
  readonly problem: Problem | null;
  readonly onChange: (option: ScaleOption) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;
const spoken = (name: string) => name.replaceAll("_", " ");

type PartProps = {
  readonly option: ScaleOption;
  readonly set: (part: Partial<ScaleOption>) => void;
};

/** One verdict of the scale: its word, its sign, its meaning, and its names elsewhere. */
export function OptionEditor(props: OptionEditorProps) {
  const { option, place, problem, onChange } = props;
  const set = (part: Partial<ScaleOption>) => {
    onChange({ ...option, ...part });
  };
  return (
    <li className="border-s-3 border-hairline ps-4">
      <fieldset className="flex flex-col gap-3">
        <legend className="sr-only">{nameOf(option, place)}</legend>
        <OptionHead {...props} />
        <Looks
          option={option}
          set={set}
          errorOf={(field) => fieldProblem(problem, `options/${place}/${field}`)}
        />
        <TextField
          label="Meaning"
          maxLength={300}
          value={option.description}
          onChange={(event) => {
            set({ description: event.target.value });
          }}
        />
        <Elsewhere option={option} set={set} />
      </fieldset>
    </li>
  );
}

function nameOf(option: ScaleOption, place: number): string {
  return option.label || `verdict ${place + 1}`;
}

function OptionHead({ option, place, count, onMove, onRemove }: OptionEditorProps) {
  const name = nameOf(option, place);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span data-tone={option.tone} className="flex items-center gap-2 font-semibold text-tone">
        <VerdictGlyph glyph={option.glyph} className="size-5" />
        {option.label || "New verdict"}
      </span>
      <span className="ms-auto flex gap-1">
        <Button
          look="plain"
          aria-label={`Move ${name} up`}
          disabled={place === 0}
          onClick={() => {
            onMove(-1);
          }}
        >
          Up
        </Button>
        <Button
          look="plain"
          aria-label={`Move ${name} down`}
          disabled={place === count - 1}
          onClick={() => {
            onMove(1);
          }}
        >
          Down
        </Button>
        <Button look="plain" aria-label={`Remove ${name}`} disabled={count <= 2} onClick={onRemove}>
          Remove
        </Button>
      </span>
    </div>
  );
}

type LooksProps = PartProps & { readonly errorOf: (field: string) => string | null };

function Looks({ option, set, errorOf }: LooksProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_6rem_10rem_9rem]">
      <TextField
        label="Word"
        required
        maxLength={60}
        value={option.label}
        error={errorOf("label")}
        onChange={(event) => {
          set({ label: event.target.value });
        }}
      />
      <Pick
        label="Key"
        value={option.shortcut}
        of={digits}
        error={errorOf("shortcut")}
        onPick={(shortcut) => {
          set({ shortcut });
        }}
      />
      <Pick
        label="Sign"
        value={option.glyph}
        of={glyphs}
        onPick={(glyph) => {
          set({ glyph });
        }}
      />
      <Pick
        label="Colour"
        value={option.tone}
        of={tones}
        onPick={(tone) => {
          set({ tone });
        }}
      />
    </div>
  );
}

/** What the verdict is called in other people's files. */
function Elsewhere({ option, set }: PartProps) {
  return (
    <div className="grid items-start gap-3 sm:grid-cols-3">
      <Choice
        kind="checkbox"
        label="On the line"
        hint="Counts in numbers, least true first"
        checked={option.rank !== null}
        onChange={(event) => {
          // Which place it is follows from the order, when the scale is sent.
          set({ rank: event.target.checked ? 1 : null });
        }}
      />
      <PickOrNone
        label="In AVeriTeC"
        value={option.averitec ?? null}
        of={averitecLabels}
        onPick={(averitec) => {
          set({ averitec });
        }}
      />
      <PickOrNone
        label="In a magazine’s sheet"
        value={option.magazine ?? null}
        of={magazineMarks}
        onPick={(magazine) => {
          set({ magazine });
        }}
      />
    </div>
  );
}

type PickProps<T extends string> = {
  readonly label: string;
  readonly value: string;
  readonly of: readonly T[];
  readonly error?: string | null | undefined;
  readonly onPick: (value: T) => void;
};

function Pick<T extends string>({ label, value, of, error, onPick }: PickProps<T>) {
  return (
    <SelectField
      label={label}
      value={value}
      error={error}
      onChange={(event) => {
        const picked = of.find((name) => name === event.target.value);
        if (picked !== undefined) onPick(picked);
      }}
    >
      {of.map((name) => (
        <option key={name} value={name}>
          {spoken(name)}
        </option>
      ))}
    </SelectField>
  );
}

type PickOrNoneProps<T extends string> = {
  readonly label: string;
  readonly value: T | null;
  readonly of: readonly T[];
  readonly onPick: (value: T | null) => void;
};

function PickOrNone<T extends string>({ label, value, of, onPick }: PickOrNoneProps<T>) {
  return (
    <Pick
      label={label}
      value={value ?? "none"}
      of={["none", ...of]}
      onPick={(picked) => {
        onPick(of.find((name) => name === picked) ?? null);
      }}
    />
  );
}
