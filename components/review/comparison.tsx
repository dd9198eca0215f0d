import type { ReactNode } from "react";
import { compareAnnotations, type Column, type Compared, type Comparison } from "@/lib/core/review/compare";
import type { Scale } from "@/lib/core/verdicts/scale";
import { ConfidenceMark } from "@/components/annotations/confidence";
import { stanceWords } from "@/components/sources/stance-words";
import { Badge } from "@/components/ui/badge";
import { SafeLink } from "@/components/ui/safe-link";
import { VerdictChip } from "@/components/verdicts/verdict-chip";

type ComparisonProps = { readonly columns: readonly Column[]; readonly scale: Scale };

/** Annotations of one claim in columns: what they share stands once, what differs stands beside each other and is marked. */
export function ComparisonView({ columns, scale }: ComparisonProps) {
  const { verdict, confidence, rationale, evidence, searches } = compareAnnotations(columns);
  const names = columns.map(({ author }) => author.name);
  return (
    <div className="mt-6 flex flex-col gap-6">
      <Section title="Verdict" compared={verdict} names={names}>
        {(value) => <VerdictChip scale={scale} verdict={value} />}
      </Section>
      <Section title="How sure" compared={confidence} names={names}>
        {(value) => (value === null ? <Nothing>not said</Nothing> : <ConfidenceMark confidence={value} />)}
      </Section>
      <Section title="Why" compared={rationale} names={names}>
        {(value) =>
          value.trim() ? (
            <p dir="auto" className="font-serif text-base leading-6 wrap-anywhere whitespace-pre-wrap">
              {value}
            </p>
          ) : (
            <Nothing>no reasons written</Nothing>
          )
        }
      </Section>
      <Evidence evidence={evidence} names={names} />
      <Searches searches={searches} />
    </div>
  );
}

type SectionProps<T> = {
  readonly title: ReactNode;
  readonly compared: Compared<T>;
  readonly names: readonly string[];
  readonly children: (value: T) => ReactNode;
};

function Section<T>({ title, compared, names, children }: SectionProps<T>) {
  return (
    <section className="border-t border-hairline pt-3">
      <h3 className="mb-2 flex flex-wrap items-center gap-2 text-xs font-semibold wrap-anywhere">
        {title}
        {compared.agreed ? (
          <span className="font-normal text-muted">{names.length > 1 ? "the same" : null}</span>
        ) : (
          <Badge look="attention">differs</Badge>
        )}
      </h3>
      {compared.agreed ? (
        children(compared.value)
      ) : (
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(16rem,1fr))]">
          {compared.values.map((value, place) => (
            <div key={place} className="min-w-0">
              <p className="mb-1 text-2xs text-muted">{names[place]}</p>
              {children(value)}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function Nothing({ children }: { readonly children: ReactNode }) {
  return <span className="text-xs text-muted">{children}</span>;
}

type EvidenceProps = Pick<Comparison, "evidence"> & { readonly names: readonly string[] };

function Evidence({ evidence, names }: EvidenceProps) {
  if (evidence.length === 0) {
    return <p className="border-t border-hairline pt-3 text-xs text-warning">Nobody has cited a source.</p>;
  }
  return evidence.map(({ source, uses }) => (
    <Section
      key={source.id}
      title={<SafeLink href={source.url}>{source.title}</SafeLink>}
      compared={uses}
      names={names}
    >
      {(value) =>
        value.length === 0 ? (
          <Nothing>not cited</Nothing>
        ) : (
          <ul className="flex flex-col gap-2">
            {value.map((use, place) => (
              <li key={place} className="text-xs">
                <span className="font-semibold">{stanceWords[use.stance]}</span>
                {use.locator ? <span className="text-muted"> · {use.locator}</span> : null}
                {use.quote ? (
                  <blockquote
                    dir="auto"
                    className="mt-0.5 font-serif text-[0.9375rem] leading-5 wrap-anywhere whitespace-pre-wrap italic"
                  >
                    “{use.quote}”
                  </blockquote>
                ) : (
                  <p className="text-warning">No quote given</p>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Section>
  ));
}

function Searches({ searches }: Pick<Comparison, "searches">) {
  if (searches.length === 0) return null;
  return (
    <section className="border-t border-hairline pt-3">
      <h3 className="mb-2 text-xs font-semibold">Searched for</h3>
      <ul className="flex flex-col gap-1 text-xs">
        {searches.map(({ search, by }, place) => (
          <li key={place} className="wrap-anywhere">
            “{search.query}”, {search.place}
            {search.outcome ? `: ${search.outcome}` : null}{" "}
            <span className="text-muted">({by.map(({ name }) => name).join(", ")})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
