import "server-only";
import type { PublishedCorrection, ReportPlace } from "@/lib/core/formats/format";
import { origin } from "../env";

type Published = {
  readonly slug: string;
  readonly number: number;
  readonly publishedAt: string | null;
  readonly corrections: readonly PublishedCorrection[];
};

/** Where every reader finds a published report. A claim has one page, whatever the report's number. */
export function publicPlace({ slug, number, publishedAt, corrections }: Published): ReportPlace {
  const site = origin();
  return {
    site,
    report: `${site}/r/${slug}/${number}`,
    claim: (claimId) => `${site}/r/${slug}/claims/${claimId}`,
    publishedAt,
    corrections,
  };
}

/** Where the desk finds a report that is not published. */
export function deskPlace(target: { readonly workspace: string; readonly articleId: string }): ReportPlace {
  const site = origin();
  const article = `${site}/w/${target.workspace}/articles/${target.articleId}`;
  return {
    site,
    report: `${article}/report`,
    claim: (claimId) => `${article}?claim=${claimId}`,
    publishedAt: null,
    corrections: [],
  };
}
