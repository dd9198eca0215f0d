import "server-only";
import type { ReportFormat } from "@/lib/core/formats/format";
import type { ReportHead, TextlessStream } from "@/lib/core/report/content";
import { Refusal } from "@/lib/core/shared/refusal";
import { Prisma, type Scale } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import { openSnapshot, type Snapshot } from "../db/snapshot";
import { toScale } from "../workspaces/rows";
import { readClaims, readTally } from "./claim-pages";
import { deskPlace } from "./place";
import type { Print } from "./report-ruling";

/** A report that is being written down: how much there is of it, and its bytes as they are asked for. */
export type ReportFile = {
  readonly title: string;
  readonly claims: number;
  readonly pieces: AsyncIterable<string | Uint8Array>;
};

/** Called for each claim that has been read, with how many have been. */
export type Progress = (claims: number) => void;

/**
 * The article's report as it stands now, in one cut: all of it is read at one moment's state of the database, however
 * long that takes and whoever saves meanwhile. Only a page of claims is held at a time.
 * @throws Refusal not_found, too_many
 */
export async function openReportFile(
  scope: WorkspaceScope,
  articleId: string,
  format: ReportFormat,
  progress?: Progress,
): Promise<ReportFile> {
  const snapshot = await openSnapshot();
  try {
    const target = { workspaceId: scope.workspaceId, articleId };
    const { head, text, print } = await readHead(snapshot, scope, articleId, format.readsText);
    const tally = await readTally(snapshot, target);
    const claims = counted(readClaims(snapshot, target, print), progress);
    const place = deskPlace({ workspace: scope.slug, articleId });
    const report = { ...head, tally, claims };
    const pieces = format.readsText
      ? format.write({ ...report, article: { ...head.article, text } }, place)
      : format.write(report, place);
    return { title: head.article.title, claims: tally.claims, pieces };
  } catch (error) {
    await snapshot.end();
    throw error;
  }
}

async function* counted<T>(items: AsyncIterable<T>, progress: Progress | undefined): AsyncGenerator<T> {
  let count = 0;
  for await (const item of items) {
    yield item;
    progress?.((count += 1));
  }
}

type HeadRow = Pick<
  ReportHead["article"],
  | "id"
  | "title"
  | "byline"
  | "publisher"
  | "url"
  | "publishedAt"
  | "language"
  | "direction"
  | "revision"
  | "sha256"
> & {
  readonly text: string | null;
  readonly policy: ReportHead["policy"];
  readonly scale: Scale;
  readonly printsDissent: boolean;
  readonly names: readonly (readonly [memberId: string, name: string])[] | null;
};

type Head = {
  readonly head: Omit<TextlessStream, "tally" | "claims">;
  readonly text: string;
  readonly print: Print;
};

async function readHead(
  snapshot: Snapshot,
  { workspaceId, workspaceName }: WorkspaceScope,
  articleId: string,
  withText: boolean,
): Promise<Head> {
  const [row] = await snapshot.read<HeadRow>(Prisma.sql`
    select a.id, a.title, a.byline, a.publisher, a.url, a.language, a.direction, r.number as revision, r.sha256,
      to_char(a.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt",
      case when ${withText} then r.text end as text, p.kind as policy, to_json(s) as scale,
      w.prints_dissent as "printsDissent",
      case when w.names_checkers then (
        select json_agg(json_build_array(m.id, u.name)) from member m join "user" u on u.id = m.user_id
        where m.workspace_id = w.id) end as names
    from article a
    join workspace w on w.id = a.workspace_id
    join revision r on r.workspace_id = a.workspace_id and r.article_id = a.id
    join policy p on p.workspace_id = a.workspace_id and p.id = a.policy_id
    join scale s on s.workspace_id = a.workspace_id and s.id = a.scale_id
    where a.workspace_id = ${workspaceId}::uuid and a.id = ${articleId}::uuid and a.deleted_at is null
    order by r.number desc limit 1`);
  if (!row) throw new Refusal("not_found", "There is no such article here.");
  const { text, policy, scale, printsDissent, names, ...article } = row;
  const { key, version, name, options } = toScale(scale);
  return {
    head: {
      format: "assay-report/1",
      desk: workspaceName,
      article,
      policy,
      scale: { key, version, name, options: [...options] },
    },
    text: text ?? "",
    print: { dissent: printsDissent, nameOf: names && new Map(names) },
  };
}
