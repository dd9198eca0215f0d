import { findOption, type Scale } from "@/lib/core/verdicts/scale";
import { classNames } from "@/components/ui/class-names";
import { VerdictGlyph } from "./verdict-glyph";

type ChipProps = {
  readonly scale: Pick<Scale, "options">;
  /** A verdict key; one that the scale does not know is shown as it is. */
  readonly verdict: string | null;
  readonly className?: string;
};

/** Glyph, word and colour of a verdict. */
export function VerdictChip({ scale, verdict, className }: ChipProps) {
  const option = findOption(scale, verdict);
  if (!option) return <span className={classNames("text-muted", className)}>{verdict ?? "No verdict"}</span>;
  return (
    <span
      data-tone={option.tone}
      className={classNames("inline-flex items-center gap-1.5 font-semibold text-tone", className)}
    >
      <VerdictGlyph glyph={option.glyph} className="size-[1.1em]" />
      {option.label}
    </span>
  );
}
