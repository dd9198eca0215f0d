import { ordinalOptions, type Scale, type ScaleOption } from "@/lib/core/verdicts/scale";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { VerdictGlyph } from "./verdict-glyph";

type PickerProps = {
  readonly scale: Scale;
  readonly chosen: string | null;
  readonly label: string;
  readonly onChoose: (verdict: string) => void;
  /** Whether the digits of the workbench give these verdicts. */
  readonly keys: "shown" | "none";
};

/** The house scale: the line as one strip, what is not on the line below it. */
export function VerdictPicker({ scale, chosen, label, onChoose, keys }: PickerProps) {
  const others = scale.options.filter((option) => option.rank === null);
  const buttonOf = (option: ScaleOption) => ({
    option,
    keys,
    pressed: option.key === chosen ? ("yes" as const) : ("no" as const),
    onChoose,
  });
  return (
    <div role="group" aria-label={label}>
      <div className="flex overflow-hidden rounded-md border border-control">
        {ordinalOptions(scale).map((option) => (
          <StepButton key={option.key} {...buttonOf(option)} />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {others.map((option) => (
          <SideButton key={option.key} {...buttonOf(option)} />
        ))}
      </div>
    </div>
  );
}

type OptionButtonProps = {
  readonly option: ScaleOption;
  readonly keys: "shown" | "none";
  readonly pressed: "yes" | "no";
  readonly onChoose: (verdict: string) => void;
};

function handleOf({ option, keys, pressed, onChoose }: OptionButtonProps) {
  return {
    type: "button" as const,
    title: option.description,
    "aria-pressed": pressed === "yes",
    "aria-keyshortcuts": keys === "shown" ? option.shortcut : undefined,
    "data-tone": option.tone,
    onClick: () => {
      onChoose(option.key);
    },
  };
}

function StepButton(props: OptionButtonProps) {
  const { option, keys, pressed } = props;
  return (
    <button
      {...handleOf(props)}
      className={classNames(
        "flex min-w-0 flex-1 flex-col items-center gap-1 border-e border-hairline px-0.5 pt-2 pb-1.5 text-2xs leading-3.5 -outline-offset-2 last:border-e-0",
        pressed === "yes" ? "bg-tone font-semibold text-paper outline-paper" : "hover:bg-paper",
      )}
    >
      <VerdictGlyph glyph={option.glyph} className={classNames("size-4", pressed === "no" && "text-tone")} />
      <span className="flex min-h-7 items-center text-center">{option.label}</span>
      {keys === "shown" ? <Kbd className="border-transparent opacity-80">{option.shortcut}</Kbd> : null}
    </button>
  );
}

function SideButton(props: OptionButtonProps) {
  const { option, keys, pressed } = props;
  return (
    <button
      {...handleOf(props)}
      className={classNames(
        "inline-flex items-center gap-1.5 rounded-full border px-2.5 text-2xs leading-6",
        pressed === "yes" ? "border-tone bg-tone font-semibold text-paper" : "border-control hover:bg-paper",
      )}
    >
      <VerdictGlyph glyph={option.glyph} className="size-3" />
      {option.label}
      {keys === "shown" ? (
        <Kbd className="min-w-0 border-transparent px-0 opacity-80">{option.shortcut}</Kbd>
      ) : null}
    </button>
  );
}
