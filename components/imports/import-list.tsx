import Link from "next/link";
import type { JobProgress } from "@/lib/core/jobs/import-job";
import { progressWords, stateWords } from "./job-words";

type ImportListProps = { readonly slug: string; readonly jobs: readonly JobProgress[] };

/** The files of many articles that were brought in lately, so that somebody who left one finds it again. */
export function ImportList({ slug, jobs }: ImportListProps) {
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="imports" className="mx-auto max-w-6xl px-4 pb-16 sm:px-6">
      <h2 id="imports" className="text-sm font-semibold">
        Files of many articles
      </h2>
      <ul className="mt-2 divide-y divide-hairline border-y border-hairline text-sm">
        {jobs.map((job) => (
          <li key={job.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
            <Link
              href={`/w/${slug}/imports/${job.id}`}
              className="font-medium wrap-anywhere underline underline-offset-4"
            >
              {job.fileName}
            </Link>
            <span className="text-muted">
              {stateWords[job.state]}: {progressWords(job)}
              {job.errorCount > 0 ? `; ${job.errorCount.toLocaleString("en")} lines not` : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
