import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/keys/keys-context";

export const confidenceWords = ["a guess", "leaning", "fairly sure", "certain"] as const;

const levels = [1, 2, 3, 4] as const;

type ConfidenceProps = {
  readonly confidence: number | null;
  readonly onChoose: (confidence: number) => void;
};

/** Four squares, filled as far as one is sure. */
export function ConfidencePicker({ confidence, onChoose }: ConfidenceProps) {
  const shortcuts = useShortcuts();
  return (
    <div role="group" aria-label="Confidence" className="flex items-center gap-2 text-xs text-muted">
      <span aria-hidden="true">
        {confidence === null ? "Confidence" : (confidenceWords[confidence - 1] ?? "Confidence")}
      </span>
      <span className="flex">
        {levels.map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={level === confidence}
            aria-label={`${level} of 4, ${confidenceWords[level - 1] ?? ""}`}
            aria-keyshortcuts={shortcuts.confidence.key}
            onClick={() => {
              onChoose(level);
            }}
            className="grid size-6 place-items-center rounded"
          >
            <Square filled={confidence !== null && level <= confidence ? "yes" : "no"} />
          </button>
        ))}
      </span>
      <Kbd>{shortcuts.confidence.shown}</Kbd>
    </div>
  );
}

function Square({ filled }: { readonly filled: "yes" | "no" }) {
  return (
    <span
      className={classNames(
        "size-2.5 border border-ink",
        filled === "yes" ? "bg-ink" : "bg-transparent opacity-70",
      )}
    />
  );
}

/** The same to be read, not chosen. */
export function ConfidenceMark({ confidence }: { readonly confidence: number | null }) {
  if (confidence === null) return null;
  const words = confidenceWords[confidence - 1] ?? "";
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-muted">
      <span aria-hidden="true" className="flex gap-0.5">
        {levels.map((level) => (
          <Square key={level} filled={level <= confidence ? "yes" : "no"} />
        ))}
      </span>
      {words}
    </span>
  );
}
