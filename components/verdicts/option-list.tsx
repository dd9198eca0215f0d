"use client";

import type { ScaleOption } from "@/lib/core/verdicts/scale";
import type { Problem } from "@/lib/client/problem";
import { Button } from "@/components/ui/button";
import { OptionEditor } from "./option-editor";
import { addOption, moveOption } from "./scale-draft";

type OptionListProps = {
  readonly options: readonly ScaleOption[];
  readonly problem: Problem | null;
  readonly onChange: (options: readonly ScaleOption[]) => void;
};

const most = 10;

/** The verdicts of a scale that is being written; their order is the order of the line. */
export function OptionList({ options, problem, onChange }: OptionListProps) {
  return (
    <>
      <ol className="flex flex-col gap-6">
        {options.map((option, place) => (
          <OptionEditor
            key={place}
            option={option}
            place={place}
            count={options.length}
            problem={problem}
            onChange={(changed) => {
              onChange(options.with(place, changed));
            }}
            onMove={(by) => {
              onChange(moveOption(options, place, by));
            }}
            onRemove={() => {
              onChange(options.toSpliced(place, 1));
            }}
          />
        ))}
      </ol>
      {options.length < most ? (
        <Button
          className="self-start"
          onClick={() => {
            onChange(addOption(options));
          }}
        >
          Add a verdict
        </Button>
      ) : null}
    </>
  );
}
