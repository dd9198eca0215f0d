import type { Calibration, Insights, ProgressPart } from "@/lib/core/agreement/insights";
import type { Scale, Tone } from "@/lib/core/verdicts/scale";
import { findOption } from "@/lib/core/verdicts/scale";
import { VerdictChip } from "@/components/verdicts/verdict-chip";
import { CountBars } from "./count-bars";
import { numberWords, periodWords } from "./coefficient-words";

const partWords: Readonly<Record<ProgressPart, { readonly label: string; readonly tone: Tone }>> = {
  published: { label: "Published", tone: "true" },
  ruled: { label: "Ruled", tone: "mostly_true" },
  disposed: { label: "Not to be checked", tone: "neutral" },
  in_review: { label: "In review", tone: "mixed" },
  disputed: { label: "Disputed", tone: "mostly_false" },
  changes_requested: { label: "Changes requested", tone: "mostly_false" },
  stale: { label: "Stale", tone: "false" },
  open: { label: "Open", tone: "neutral" },
};

/** How far the desk is: where its claims stand, and what has been ruled. */
export function Progress({
  insights,
  scale,
}: {
  readonly insights: Insights;
  readonly scale: Pick<Scale, "options">;
}) {
  const { progress, verdicts } = insights;
  const all = progress.reduce((sum, { claims }) => sum + claims, 0);
  if (all === 0) return <p className="mt-3 text-muted">No claim here yet. Bring in an article to begin.</p>;
  return (
    <div className="mt-2 grid gap-x-10 gap-y-8 md:grid-cols-2">
      <section aria-labelledby="stand">
        <h3 id="stand" className="text-sm font-semibold">
          Where {all.toLocaleString("en-GB")} claims stand
        </h3>
        <CountBars
          bars={progress
            .filter(({ claims }) => claims > 0)
            .map(({ part, claims }) => ({ key: part, count: claims, ...partWords[part] }))}
        />
      </section>
      <section aria-labelledby="mix">
        <h3 id="mix" className="text-sm font-semibold">
          What has been ruled
        </h3>
        {verdicts.length === 0 ? <p className="mt-3 text-sm text-muted">Nothing yet.</p> : null}
        <CountBars
          bars={verdicts.map(({ verdict, claims }) => ({
            key: verdict,
            count: claims,
            tone: findOption(scale, verdict)?.tone ?? "neutral",
            label: <VerdictChip scale={scale} verdict={verdict} className="font-normal" />,
          }))}
        />
      </section>
    </div>
  );
}

/** How long claims take, and how often a ruling was opened again. */
export function Pace({ minutes, rulings }: Pick<Insights, "minutes" | "rulings">) {
  return (
    <dl className="mt-3 grid gap-6 text-sm sm:grid-cols-2">
      <div>
        <dt className="text-muted">From the first word to the submission</dt>
        <dd className="mt-1">
          {minutes === null ? (
            "Nothing has been submitted yet."
          ) : (
            <>
              <b className="text-xl">{durationWords(minutes.median)}</b> in the middle; the middle half from{" "}
              {durationWords(minutes.quarter)} to {durationWords(minutes.threeQuarters)}. Of{" "}
              {minutes.annotations.toLocaleString("en-GB")} annotations, breaks counted in.
            </>
          )}
        </dd>
      </div>
      <div>
        <dt className="text-muted">Rulings opened again</dt>
        <dd className="mt-1">
          {rulings.made === 0 ? (
            "Nothing has been ruled yet."
          ) : (
            <>
              <b className="text-xl">{numberWords(rulings.reopened / rulings.made, "share")}</b>,{" "}
              {rulings.reopened} of {rulings.made}: something was submitted after the ruling, or it was ruled
              anew.
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function durationWords(minutes: number): string {
  if (minutes < 1) return "under 1 min";
  if (minutes < 90) return `${Math.round(minutes)} min`;
  if (minutes < 36 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1_440)} days`;
}

/** First verdicts beside the rulings, the reader's own and the desk's: to calibrate oneself, not to be measured by others. */
export function CalibrationTable({ desk, own }: Pick<Insights, "desk" | "own">) {
  if (desk.length === 0) return <p className="mt-3 text-sm text-muted">Nothing has been ruled yet.</p>;
  return (
    <div className="mt-3 overflow-x-auto" role="group" aria-label="First verdicts and rulings" tabIndex={0}>
      <table className="w-full min-w-xl text-sm">
        <thead className="text-xs text-muted">
          <tr className="border-b border-hairline">
            {["Month", "The desk", "You"].map((head) => (
              <th key={head} scope="col" className="py-1.5 pe-4 text-start font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {desk.map((month) => {
            const mine = own.find(({ from }) => from === month.from);
            return (
              <tr key={month.from} className="border-b border-hairline align-top">
                <th scope="row" className="py-2 pe-4 text-start font-normal whitespace-nowrap">
                  {periodWords(month.from, "month")}
                </th>
                <td className="py-2 pe-4">{calibrationWords(month)}</td>
                <td className="py-2">{mine ? calibrationWords(mine) : "nothing ruled that you judged"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function calibrationWords({ claims, same, shift }: Calibration): string {
  const share = `${numberWords(same, "share")} of ${claims} as ruled in the end`;
  if (shift === null || Math.abs(shift) < 0.05) return share;
  const steps = Math.abs(shift).toFixed(1);
  return `${share}; on average ${steps} steps more ${shift > 0 ? "trusting" : "doubting"}`;
}
