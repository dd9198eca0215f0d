import type { WaiverInput } from "@/lib/core/report/waiver";
import type {
  AnnotationContent,
  AnnotationInput,
  Approvable,
  BatchReviewInput,
  BatchReviewResult,
  ReviewInput,
  RulingInput,
  VoteInput,
} from "@/lib/core/annotations/annotation";
import type { Decision } from "@/lib/core/anchors/plan";
import type { RevisionResult } from "@/lib/core/anchors/revision";
import type { AssignInput, AssignmentKind, AssignResult } from "@/lib/core/assignments/assignment";
import type { ArticleInput, Duplicate } from "@/lib/core/articles/article";
import type { BoilerplateProposal } from "@/lib/core/articles/boilerplate";
import type { ClaimState, ClaimSummary } from "@/lib/core/claims/claim";
import type { ClaimPatch } from "@/lib/core/claims/claim-patch";
import type { Disposal, DisposalResult } from "@/lib/core/claims/disposal";
import type { Colleague } from "@/lib/core/claims/workbench";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { HistoryLine } from "@/lib/core/events/event";
import type { DeliverySettings, ReadInput } from "@/lib/core/notifications/notification";
import type { NoteChange, NoteInput } from "@/lib/core/notes/note";
import type { Source, SourceInput } from "@/lib/core/sources/source";
import { noAnswer, readProblem, type Problem } from "./problem";
import { isPassing } from "./save-item";

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

type Write = {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body: unknown;
  readonly version?: number;
  /** The same for every repeat of one write, so that it happens once. */
  readonly key?: string;
  readonly patienceMs?: number;
  readonly keepalive?: boolean; // Goes on when the page is left: for something short.
};

export type SavedClaim = {
  readonly version: number;
  readonly state: ClaimState;
  readonly claim: ClaimDetail;
};
export type ImportedArticle = { readonly id: string; readonly revision: number; readonly claims: number };
export type TextPreview = {
  readonly direction: "ltr" | "rtl";
  /** "und" where it could not be found. */
  readonly language: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly boilerplate: readonly BoilerplateProposal[];
  readonly duplicates: readonly Duplicate[];
};

type PreviewAsked = { readonly text: string; readonly language: string | null; readonly url: string | null };

const patienceMs = 20_000;

/** The headers that say who asks. */
type Asking = Record<string, string>;

export async function ask<T>(
  path: string,
  asking: Asking,
  write?: Write & { readonly key: string },
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      ...(write ? writing(write, asking) : { headers: asking }),
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(write?.patienceMs ?? patienceMs),
      keepalive: write?.keepalive ?? false,
    });
    if (!response.ok) return refused(await readProblem(response));
    // The shapes are our own server's, checked there by the types that both sides share.
    return { ok: true, value: (await response.json()) as T } as const;
  } catch {
    return refused(noAnswer);
  }
}

const refused = (problem: Problem) => ({ ok: false, problem }) as const;

function writing({ method, body, version, key }: Write & { readonly key: string }, asking: Asking) {
  const headers: Asking = { ...asking, "idempotency-key": key };
  // The browser writes the type of a form itself, with the boundary that it chose.
  if (body instanceof FormData) return { method, headers, body };
  headers["content-type"] = "application/json";
  if (version !== undefined) headers["if-match"] = `"${version}"`;
  return { method, headers, body: JSON.stringify(body) };
}

/** One member at one desk. Every request names them: words are never saved as those of who signed in since. */
type DeskCaller = { readonly workspace: string; readonly memberId: string };

/** The requests of one desk. Nothing here throws: what did not work is an answer too. */
export class DeskApi {
  private readonly root: string;
  private readonly asking: Asking;
  /** By address, the last write whose fate is unknown. */
  private readonly open = new Map<string, { readonly asked: string; readonly key: string }>();

  constructor({ workspace, memberId }: DeskCaller) {
    this.root = `/api/v1/workspaces/${encodeURIComponent(workspace)}`;
    this.asking = { "assay-member": memberId };
  }

  read<T>(path: string): Promise<Answer<T>> {
    return ask<T>(this.root + path, this.asking);
  }

  /** The same write asked for again before an answer to it has come goes under the same key, and happens once. */
  async write<T>(path: string, write: Write): Promise<Answer<T>> {
    if (write.key !== undefined) return ask<T>(this.root + path, this.asking, { ...write, key: write.key });
    const asked = JSON.stringify([write.method, write.version ?? null, write.body]);
    const open = this.open.get(path);
    // Something else asked for at the same address (reopen after resolve) ends what was open there.
    const key = open?.asked === asked ? open.key : crypto.randomUUID();
    this.open.set(path, { asked, key });
    const answer = await ask<T>(this.root + path, this.asking, { ...write, key });
    // After a gateway's 502 or 504 nobody knows either.
    const isKnown = answer.ok || !isPassing(answer.problem);
    if (isKnown && this.open.get(path)?.key === key) this.open.delete(path);
    return answer;
  }

  /** All claims of an article, or those that are asked for. */
  listClaims(articleId: string, query: Readonly<Record<string, string>> = {}) {
    const asked = new URLSearchParams(query).toString();
    return this.read<{ items: readonly ClaimSummary[] }>(
      `/articles/${articleId}/claims${asked === "" ? "" : `?${asked}`}`,
    );
  }

  disposeClaims(body: Disposal) {
    return this.write<DisposalResult>(`/claims/disposition`, { method: "POST", body });
  }

  getClaim(claimId: string) {
    return this.read<ClaimDetail>(`/claims/${claimId}`);
  }

  saveAnnotation(claimId: string, body: AnnotationInput, version: number, key: string) {
    return this.write<SavedClaim>(`/claims/${claimId}/annotation`, {
      method: "PUT",
      body,
      version,
      key,
    });
  }

  changeClaim(claimId: string, body: ClaimPatch, version: number) {
    return this.write<SavedClaim>(`/claims/${claimId}`, { method: "PATCH", body, version });
  }

  writeNote(claimId: string, body: NoteInput) {
    return this.write<unknown>(`/claims/${claimId}/notes`, { method: "POST", body });
  }

  changeNote(noteId: string, body: NoteChange, version: number) {
    return this.write<{ readonly version: number }>(`/notes/${noteId}`, { method: "PATCH", body, version });
  }

  resolveNote(noteId: string, body: { readonly resolved: boolean }) {
    return this.write<unknown>(`/notes/${noteId}/resolve`, { method: "POST", body });
  }

  addSource(body: SourceInput) {
    return this.write<Source>("/sources", { method: "POST", body });
  }

  listSources(query: string) {
    return this.read<{ items: readonly Source[] }>(`/sources?limit=8&q=${encodeURIComponent(query)}`);
  }

  review(annotationId: string, body: ReviewInput) {
    return this.write<unknown>(`/annotations/${annotationId}/reviews`, { method: "POST", body });
  }

  listApprovable(articleId: string) {
    return this.read<{ items: readonly Approvable[] }>(`/articles/${articleId}/approvable`);
  }

  reviewMany(body: BatchReviewInput) {
    return this.write<BatchReviewResult>("/reviews", { method: "POST", body });
  }

  /** A version of an annotation that colleagues have seen, as it was. */
  getAnnotationVersion(annotationId: string, version: number) {
    return this.read<{ readonly content: AnnotationContent; readonly previous: number | null }>(
      `/annotations/${annotationId}/versions/${version}`,
    );
  }

  vote(claimId: string, body: VoteInput) {
    return this.write<unknown>(`/claims/${claimId}/votes`, { method: "POST", body });
  }

  rule(claimId: string, body: RulingInput) {
    return this.write<unknown>(`/claims/${claimId}/ruling`, { method: "POST", body });
  }

  listColleagues() {
    return this.read<{ items: readonly Colleague[] }>(`/colleagues`);
  }

  assign(body: Partial<AssignInput> & Pick<AssignInput, "claimIds" | "members">) {
    return this.write<AssignResult>(`/claims/assign`, { method: "POST", body });
  }

  /** A sign that the member works on a claim: what is kept for them there is kept longer. */
  openWork(claimId: string) {
    return this.write<{ readonly kept: readonly AssignmentKind[] }>(`/claims/${claimId}/lease`, {
      method: "POST",
      body: {},
    });
  }

  declineAssignment(id: string, body: { readonly reason: string }) {
    return this.write<unknown>(`/assignments/${id}/decline`, { method: "POST", body });
  }

  handOver(id: string, body: { readonly memberId: string }) {
    return this.write<unknown>(`/assignments/${id}/hand-over`, { method: "POST", body });
  }

  withdrawAssignment(id: string) {
    return this.write<unknown>(`/assignments/${id}/withdraw`, { method: "POST", body: {} });
  }

  markRead(body: ReadInput) {
    return this.write<{ readonly unread: number }>(`/notifications/read`, { method: "POST", body });
  }

  saveDelivery(body: DeliverySettings) {
    return this.write<DeliverySettings>(`/notifications/settings`, { method: "PUT", body });
  }

  listHistory(claimId: string, cursor: string | null) {
    const page = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    return this.read<{ items: readonly HistoryLine[]; nextCursor: string | null }>(
      `/history?claim=${claimId}${page}`,
    );
  }

  importArticle(body: ArticleInput, key: string) {
    return this.write<ImportedArticle>(`/articles`, { method: "POST", body, key });
  }

  previewText({ text, language, url }: PreviewAsked) {
    const known = { ...(language === null ? {} : { language }), ...(url === null ? {} : { url }) };
    return this.write<TextPreview>(`/articles/preview`, { method: "POST", body: { text, ...known } });
  }

  publishReport(articleId: string, reason: string | null, key: string) {
    return this.write<{ readonly outcome: "published" | "unchanged"; readonly number: number }>(
      `/articles/${articleId}/reports`,
      { method: "POST", body: reason === null ? {} : { correction: { reason } }, key },
    );
  }

  askWaiver(articleId: string, body: WaiverInput) {
    return this.write<unknown>(`/articles/${articleId}/waivers`, { method: "POST", body });
  }

  confirmWaiver(waiverId: string) {
    return this.write<unknown>(`/waivers/${waiverId}/confirm`, { method: "POST", body: {} });
  }

  withdrawWaiver(waiverId: string) {
    return this.write<unknown>(`/waivers/${waiverId}/withdraw`, { method: "POST", body: {} });
  }

  /** What the text would do to the claims of the newest revision. */
  previewRevision(articleId: string, text: string) {
    const body = { text, dryRun: true };
    return this.write<RevisionResult>(`/articles/${articleId}/revisions`, { method: "POST", body });
  }

  applyRevision(
    articleId: string,
    body: { readonly text: string; readonly decisions: readonly Decision[] },
    version: number,
    key: string,
  ) {
    return this.write<RevisionResult>(`/articles/${articleId}/revisions`, {
      method: "POST",
      body,
      version,
      key,
    });
  }

  eventsAddress(articleId: string): string {
    return `${this.root}/events?article=${encodeURIComponent(articleId)}`;
  }
}
