import Link from "next/link";
import type { ReactNode } from "react";
import type { Insights } from "@/lib/core/agreement/insights";
import type { AgreementQuery, AgreementReport, DifferingClaim } from "@/lib/core/agreement/report";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { Scale } from "@/lib/core/verdicts/scale";
import { DeskHeader } from "@/components/workspace/desk-header";
import { AgreementView } from "./agreement-view";
import { CalibrationTable, Pace, Progress } from "./progress";

type InsightsDeskProps = {
  readonly member: DeskMember;
  readonly scale: Scale;
  readonly insights: Insights;
  readonly query: AgreementQuery & { readonly article?: string | undefined };
  /** What is known of agreement; null for a reader who sees no annotations. */
  readonly agreement: AgreementReport | null;
  /** The article whose agreement is shown; null for the whole desk. */
  readonly article: { readonly id: string; readonly title: string } | null;
  readonly opened: {
    readonly a: string;
    readonly b: string;
    readonly claims: readonly DifferingClaim[];
  } | null;
};

/** How far the desk is and how steady its judgement: figures for calibration, no ranks. */
export function InsightsDesk({
  member,
  scale,
  insights,
  query,
  agreement,
  article,
  opened,
}: InsightsDeskProps) {
  const desk = `/w/${member.workspace.slug}`;
  const address = (change: Readonly<Record<string, string | undefined>>) => {
    const asked = Object.entries({ ...query, ...change }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    return `${desk}/insights?${new URLSearchParams(asked).toString()}`;
  };
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: "Insights" }]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-4xl px-4 pt-10 pb-20 outline-none sm:px-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Insights</h1>
        <Part id="progress" title="Progress">
          <Progress insights={insights} scale={scale} />
        </Part>
        {agreement ? (
          <>
            <Part id="agreement" title={article ? `Agreement on “${article.title}”` : "Agreement"}>
              {article ? (
                <p className="mt-2 text-sm">
                  <Link href={`${desk}/insights`} className="text-accent underline">
                    Of the whole desk
                  </Link>
                </p>
              ) : null}
              <AgreementView report={agreement} query={query} address={address} base={desk} opened={opened} />
            </Part>
            <Part id="calibration" title="First verdicts and rulings">
              <p className="mt-2 max-w-prose text-sm text-muted">
                How often a first verdict is what was ruled in the end, and whether it drifts. Your own line
                is shown to you alone.
              </p>
              <CalibrationTable desk={insights.desk} own={insights.own} />
            </Part>
            <Part id="pace" title="Pace">
              <Pace minutes={insights.minutes} rulings={insights.rulings} />
            </Part>
          </>
        ) : null}
      </main>
    </>
  );
}

function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} dir="auto" className="border-b border-ink pb-2 text-base font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
