import Link from "next/link";
import { chainBreakWords, type ChainBreak } from "@/lib/core/events/chain";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button";

export type ChainAnswer =
  | { readonly holds: true }
  | {
      readonly holds: false;
      readonly broken: ChainBreak;
      readonly number: string | null;
      readonly eventId: string | null;
    };

/** Whether history is as it was written, in words. Checked when somebody asks. */
export function ChainCheck({ answer, ask }: { readonly answer: ChainAnswer | null; readonly ask: string }) {
  return (
    <section aria-labelledby="chain" className="mt-8 print:hidden">
      <h2 id="chain" className="text-base font-semibold">
        Is it as it was written?
      </h2>
      <p className="mt-1 max-w-prose text-sm text-muted">
        Within a minute of being written, each line is sealed together with the one before it. Whoever changes
        a line later, takes one away or puts one in between breaks the seals, even somebody with all rights
        over the database.
      </p>
      <div className="mt-3" aria-live="polite">
        {answer ? <Answer answer={answer} /> : null}
      </div>
      <p className="mt-3">
        <Link href={ask} prefetch={false} scroll={false} className={buttonClass("outline")}>
          {answer ? "Check again" : "Check all seals"}
        </Link>
      </p>
    </section>
  );
}

function Answer({ answer }: { readonly answer: ChainAnswer }) {
  if (answer.holds) {
    return (
      <Banner look="info" title="Every seal holds">
        Checked just now, from the first line on: none that was sealed has been changed or taken away, and
        none was put in between.
      </Banner>
    );
  }
  const where = [
    answer.number === null ? null : `seal no. ${answer.number}`,
    answer.eventId === null ? null : `line no. ${answer.eventId}`,
  ].filter(Boolean);
  return (
    <Banner
      look="error"
      title={`The history was tampered with${where.length > 0 ? `, first at ${where.join(", ")}` : ""}`}
    >
      {chainBreakWords[answer.broken]} What comes after it cannot be relied on. Tell whoever looks after the
      database, and compare with a backup.
    </Banner>
  );
}
