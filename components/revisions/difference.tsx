import { useMemo } from "react";
import { wordDifference, type Segment } from "@/lib/core/anchors/difference";
import { classNames } from "@/components/ui/class-names";

type Wording = { readonly before: string; readonly after: string };

/** Words that one version has and the other has not: struck out or underlined, tinted, and said to who cannot see it. */
function Piece({ kind, text }: Segment) {
  if (kind === "same") return text;
  const Tag = kind === "removed" ? "del" : "ins";
  return (
    <Tag
      className={
        kind === "removed"
          ? "bg-danger/10 text-danger line-through decoration-1"
          : "bg-good/10 font-semibold text-good underline decoration-2 underline-offset-4"
      }
    >
      <span className="sr-only">{kind === "removed" ? " [removed: " : " [added: "}</span>
      {text}
      <span className="sr-only">] </span>
    </Tag>
  );
}

/** Both versions in one line of reading: what was removed, then what stands in its place. */
export function Difference({ before, after }: Wording) {
  const segments = useMemo(() => wordDifference(before, after), [before, after]);
  return segments.map((segment, place) => <Piece key={place} {...segment} />);
}

type SidesProps = Wording & {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly beforeLabel: string;
  readonly afterLabel: string;
};

/** The old and the new words beside each other, each with what the other has not. */
export function SidesOfDifference({ before, after, beforeLabel, afterLabel, ...words }: SidesProps) {
  const segments = useMemo(() => wordDifference(before, after), [before, after]);
  return (
    <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      <Side label={beforeLabel} segments={segments.filter(({ kind }) => kind !== "added")} {...words} />
      <Side label={afterLabel} segments={segments.filter(({ kind }) => kind !== "removed")} {...words} />
    </div>
  );
}

type SideProps = Pick<SidesProps, "language" | "direction"> & {
  readonly label: string;
  readonly segments: readonly Segment[];
};

function Side({ label, segments, language, direction }: SideProps) {
  return (
    <div className="min-w-0">
      <p className="text-2xs text-muted">{label}</p>
      <p lang={language} dir={direction} className={classNames(printed, "mt-0.5")}>
        {segments.map((segment, place) => (
          <Piece key={place} {...segment} />
        ))}
      </p>
    </div>
  );
}

/** How words of the article are set, wherever they stand. */
export const printed = "font-serif text-base leading-7 wrap-anywhere whitespace-pre-line";
