import Link from "next/link";
import type { HistoryLine } from "@/lib/core/events/event";
import { dispositions, type Disposition } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { dispositionWords } from "@/components/claims/claim-words";
import { historyWords } from "@/components/claims/history-words";
import { Moment } from "@/components/ui/moment";
import { VerdictChip } from "@/components/verdicts/verdict-chip";

type HistoryEntryProps = { readonly line: HistoryLine; readonly scale: Scale; readonly base: string };

/** One line of history: when, who, what, where; and what stood there before and after. */
export function HistoryEntry({ line, scale, base }: HistoryEntryProps) {
  return (
    <li className="grid gap-x-5 gap-y-0.5 border-b border-hairline py-2.5 text-sm sm:grid-cols-[9.5rem_minmax(0,1fr)]">
      <span className="text-xs leading-6 text-muted">
        <Moment at={line.createdAt} />
      </span>
      <div className="min-w-0">
        <p className="break-words">
          <span className="font-medium">{line.actor?.name ?? "Assay"}</span> {historyWords(line, scale)}
        </p>
        <Change line={line} scale={scale} />
        <Place line={line} base={base} />
      </div>
    </li>
  );
}

function Place({
  line: { articleId, articleTitle, claimId, claimOrdinal },
  base,
}: Omit<HistoryEntryProps, "scale">) {
  if (!articleId) return null;
  const address = `${base}/articles/${articleId}${claimId ? `?claim=${claimId}` : ""}`;
  return (
    <p className="truncate text-xs text-muted">
      <Link href={address} className="hover:text-ink hover:underline">
        {claimOrdinal === null ? null : `Claim ${claimOrdinal}, `}
        <span dir="auto">{articleTitle}</span>
      </Link>
    </p>
  );
}

function Change({ line: { verdicts, payload }, scale }: Omit<HistoryEntryProps, "base">) {
  if (verdicts) {
    if (verdicts.before === verdicts.after) return null;
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-xs">
        {verdicts.before === null ? null : (
          <>
            <VerdictChip scale={scale} verdict={verdicts.before} className="font-normal" />
            <Becomes />
          </>
        )}
        <VerdictChip scale={scale} verdict={verdicts.after} />
      </p>
    );
  }
  const changes = changedFields(payload);
  if (changes.length === 0) return null;
  return (
    <dl className="text-xs">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{fieldWords[field] ?? field.replaceAll("_", " ")}</dt>
          <dd className="min-w-0 break-words">
            <span dir="auto">{valueWords(before)}</span> <Becomes />{" "}
            <span dir="auto">{valueWords(after)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Becomes() {
  return (
    <>
      <span aria-hidden="true" className="text-muted">
        →
      </span>
      <span className="sr-only">became</span>
    </>
  );
}

type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** What differs between the two states that a line tells of. */
function changedFields({ before, after }: HistoryLine["payload"]): readonly FieldChange[] {
  if (!isState(before) || !isState(after)) return [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function isState(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const fieldWords: Readonly<Record<string, string>> = { wording: "Wording", disposition: "Disposition" };

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value !== "string") return JSON.stringify(value);
  return isDisposition(value) ? dispositionWords[value] : value;
}

function isDisposition(value: string): value is Disposition {
  return (dispositions as readonly string[]).includes(value);
}
