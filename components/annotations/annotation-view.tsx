import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { Scale } from "@/lib/core/verdicts/scale";
import { EvidenceColumns } from "@/components/sources/evidence-columns";
import { SearchList } from "@/components/sources/search-list";
import { VerdictChip } from "@/components/verdicts/verdict-chip";
import { ConfidenceMark } from "./confidence";

type ViewProps = { readonly content: AnnotationContent; readonly scale: Scale };

/** An annotation to be read: verdict, reasons, evidence for and against, searches. */
export function AnnotationView({ content, scale }: ViewProps) {
  const { verdict, confidence, rationale, citations, searches, noSourceFound } = content;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <VerdictChip scale={scale} verdict={verdict} />
        <ConfidenceMark confidence={confidence} />
      </p>
      {rationale.trim() ? (
        <p dir="auto" className="font-serif text-base leading-6 wrap-anywhere whitespace-pre-wrap">
          {rationale}
        </p>
      ) : (
        <p className="text-xs text-muted">No reasons written.</p>
      )}
      {citations.length + searches.length > 0 ? (
        <EvidenceColumns citations={citations} searches={searches} />
      ) : (
        <p className="text-xs text-warning">No source and no search logged.</p>
      )}
      <SearchList searches={searches} sources={citations.length} noSourceFound={noSourceFound} />
    </div>
  );
}
