import "server-only";
import type { ReportFormat } from "@/lib/core/formats/format";
import type { PublicCorrection, PublishedReport } from "@/lib/core/public/published";
import type { GateLine } from "@/lib/core/report/gate";
import type { Feed } from "@/lib/core/public/feed";
import { mixInWords, reportContentSchema, streamOf, type ReportContent } from "@/lib/core/report/content";
import { can } from "@/lib/core/permissions/table";
import { reportDifference, reportDifferenceSchema, type ReportChange } from "@/lib/core/report/difference";
import type { Waiver } from "@/lib/core/report/waiver";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { buildReport } from "./build";
import { openReportFile, type Progress, type ReportFile } from "./report-file";
import { listWaivers } from "./waiver-rows";

type ArticleTarget = { readonly workspace: string; readonly articleId: string };

export type PublishedEntry = {
  readonly number: number;
  readonly sha256: string;
  readonly publishedAt: string;
};

export type ReportPreview = {
  readonly content: ReportContent;
  /** For those who publish; they alone are asked by it. */
  readonly gate: readonly GateLine[];
  readonly waivers: readonly Waiver[];
  /** What the next report would say otherwise than the last one. */
  readonly difference: readonly ReportChange[];
  readonly published: readonly PublishedEntry[];
  readonly publicSlug: string | null;
};

/** The report as it would be published now, with the gate's checklist and what has been published. @throws Refusal */
export async function getReportPreview(actor: Actor, target: ArticleTarget): Promise<ReportPreview> {
  const scope = await authorize(actor, target.workspace, "report.read");
  const { workspaceId } = scope;
  const [{ content, gate }, article, waivers, last] = await Promise.all([
    buildReport(db(), scope, target.articleId),
    db().article.findUnique({
      where: { workspaceId_id: { workspaceId, id: target.articleId } },
      select: {
        publicSlug: true,
        reports: { orderBy: { number: "desc" }, select: { number: true, sha256: true, publishedAt: true } },
      },
    }),
    listWaivers(db(), scope, target.articleId),
    findLast(scope, target.articleId),
  ]);
  const published = (article?.reports ?? []).map((report) => ({
    ...report,
    publishedAt: report.publishedAt.toISOString(),
  }));
  const publishes = can(scope.role, "report.publish");
  return {
    content,
    gate: publishes ? gate : [],
    waivers: publishes ? waivers : [],
    difference: last ? reportDifference(last, content) : [],
    published,
    publicSlug: article?.publicSlug ?? null,
  };
}

/** The report as it stands now, written in this format, for downloading. @throws Refusal not_found, forbidden, too_many */
export async function getReportFile(
  actor: Actor,
  target: ArticleTarget,
  format: ReportFormat,
  progress?: Progress,
): Promise<ReportFile> {
  const scope = await authorize(actor, target.workspace, "report.read");
  return openReportFile(scope, target.articleId, format, progress);
}

async function findLast({ workspaceId }: WorkspaceScope, articleId: string): Promise<ReportContent | null> {
  const last = await db().report.findFirst({
    where: { workspaceId, articleId },
    orderBy: { number: "desc" },
    select: { content: true },
  });
  return last ? reportContentSchema.parse(last.content) : null;
}

/** A published report, for every reader; the newest one without a number. @throws Refusal not_found */
export async function getPublicReport(slug: string, number: number | null): Promise<PublishedReport> {
  const article = await db().article.findUnique({
    // What no slug looks like is not asked for: an address may hold any characters.
    where: { publicSlug: /^[a-z0-9-]{1,80}$/.test(slug) ? slug : "" },
    select: {
      workspaceId: true,
      workspace: { select: { slug: true } },
      id: true,
      reports: {
        orderBy: { number: "desc" },
        select: {
          number: true,
          correction: {
            select: {
              reason: true,
              difference: true,
              createdAt: true,
              previous: { select: { number: true } },
            },
          },
        },
      },
    },
  });
  const numbers = article?.reports.map((report) => report.number) ?? [];
  const wanted = number ?? numbers[0];
  if (!article || wanted === undefined || !numbers.includes(wanted)) {
    throw new Refusal("not_found", "There is no such report.");
  }
  const { workspaceId, id: articleId } = article;
  const report = await db().report.findUniqueOrThrow({
    where: { workspaceId_articleId_number: { workspaceId, articleId, number: wanted } },
  });
  return {
    slug,
    workspace: article.workspace.slug,
    numbers,
    corrections: article.reports
      .toReversed()
      .flatMap((one) => (one.number <= wanted ? (toCorrection(one) ?? []) : [])),
    number: report.number,
    sha256: report.sha256,
    publishedAt: report.publishedAt.toISOString(),
    content: reportContentSchema.parse(report.content),
  };
}

type CorrectedRow = {
  readonly number: number;
  readonly correction: {
    readonly reason: string;
    readonly difference: unknown;
    readonly createdAt: Date;
    readonly previous: { readonly number: number };
  } | null;
};

function toCorrection({ number, correction }: CorrectedRow): PublicCorrection | null {
  if (!correction) return null;
  const difference = reportDifferenceSchema.parse(correction.difference);
  return {
    number,
    previous: correction.previous.number,
    reason: correction.reason,
    correctedAt: correction.createdAt.toISOString(),
    claimIds: difference.map(({ claimId }) => claimId),
    difference,
  };
}

const feedEntries = 50;

/** What a desk has published last, for every reader. @throws Refusal not_found */
export async function getFeed(slug: string): Promise<Omit<Feed, "site">> {
  const workspace = await db().workspace.findUnique({ where: { slug }, select: { id: true, name: true } });
  if (!workspace) throw new Refusal("not_found", "There is no such feed.");
  const reports = await db().report.findMany({
    where: { workspaceId: workspace.id },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: feedEntries,
    select: {
      number: true,
      publishedAt: true,
      content: true,
      article: { select: { publicSlug: true } },
      correction: { select: { reason: true } },
    },
  });
  // Whether a desk is here is told only of those that have published.
  if (reports.length === 0) throw new Refusal("not_found", "There is no such feed.");
  const entries = reports.map(({ number, publishedAt, content: kept, article, correction }) => {
    const content = reportContentSchema.parse(kept);
    return {
      slug: article.publicSlug ?? "",
      number,
      title: content.article.title,
      publishedAt: publishedAt.toISOString(),
      reason: correction?.reason ?? null,
      mix: mixInWords(streamOf(content)),
    };
  });
  return { workspace: slug, desk: workspace.name, entries };
}
