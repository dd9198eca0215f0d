import Link from "next/link";
import { reportFormats } from "@/lib/core/formats/catalogue";
import type { ReportContent } from "@/lib/core/report/content";
import { citedDay } from "@/components/ui/day";
import { ReportView } from "./report-view";

type PublicReportProps = {
  readonly content: ReportContent;
  readonly slug: string;
  readonly number: number;
  readonly numbers: readonly number[];
  readonly publishedAt: string;
  readonly sha256: string;
};

/** A published report, for everybody. */
export function PublicReport({ content, slug, number, numbers, publishedAt, sha256 }: PublicReportProps) {
  const newest = numbers[0] ?? number;
  const others = numbers.filter((one) => one !== number);
  return (
    <main>
      <ReportView
        content={content}
        kind={`Verdict report no. ${number}, published ${citedDay(publishedAt.slice(0, 10))}`}
        notice={
          newest > number ? (
            <p className="mt-5 bg-selection px-4 py-3 text-sm">
              There is a newer report on this article:{" "}
              <Link href={`/r/${slug}/${newest}`} className="underline">
                no. {newest}
              </Link>
              .
            </p>
          ) : null
        }
        footer={
          <>
            {others.length > 0 ? (
              <p className="print:hidden">
                Other reports on this article:{" "}
                {others.map((one, place) => (
                  <span key={one}>
                    {place > 0 ? ", " : ""}
                    <Link href={`/r/${slug}/${one}`} className="underline">
                      no. {one}
                    </Link>
                  </span>
                ))}
              </p>
            ) : null}
            <nav aria-label="Downloads" className="flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
              {reportFormats.map(({ key, label }) => (
                <a
                  key={key}
                  href={`/r/${slug}/${number}/export?format=${key}`}
                  download
                  className="text-accent underline underline-offset-2"
                >
                  {label}
                </a>
              ))}
            </nav>
            <p className="mt-2 wrap-anywhere">SHA-256 of this report in its JSON form: {sha256}</p>
          </>
        }
      />
    </main>
  );
}
