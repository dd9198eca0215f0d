import type { AnnotationInput, ReviewInput, RulingInput, VoteInput } from "@/lib/core/annotations/annotation";
import type { Decision } from "@/lib/core/anchors/plan";
import type { RevisionResult } from "@/lib/core/anchors/revision";
import type { ArticleInput } from "@/lib/core/articles/article";
import type { ClaimPatch, ClaimState, ClaimSummary } from "@/lib/core/claims/claim";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { HistoryLine } from "@/lib/core/events/event";
import type { NoteInput } from "@/lib/core/notes/note";
import type { Source, SourceInput } from "@/lib/core/sources/source";
import { noAnswer, readProblem, type Problem } from "./problem";

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

type Write = {
  readonly method: "POST" | "PUT" | "PATCH";
  readonly body: unknown;
  readonly version?: number;
  /** The same for every repeat of one write, so that it happens once. */
  readonly key?: string;
};

export type SavedClaim = {
  readonly version: number;
  readonly state: ClaimState;
  readonly claim: ClaimDetail;
};
export type ImportedArticle = { readonly id: string; readonly revision: number; readonly claims: number };
export type TextPreview = {
  readonly direction: "ltr" | "rtl";
  readonly spans: readonly { readonly start: number; readonly end: number }[];
};

const patienceMs = 20_000;

async function request<T>(path: string, write?: Write): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      ...(write ? writing(write) : {}),
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) return { ok: false, problem: await readProblem(response) };
    // The shapes are our own server's, checked there by the types that both sides share.
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return { ok: false, problem: noAnswer };
  }
}

function writing({ method, body, version, key }: Write): RequestInit {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "idempotency-key": key ?? crypto.randomUUID(),
  };
  if (version !== undefined) headers["if-match"] = `"${version}"`;
  return { method, headers, body: JSON.stringify(body) };
}

/** The requests of one desk. Nothing here throws: what did not work is an answer too. */
export class DeskApi {
  private readonly root: string;

  constructor(workspace: string) {
    this.root = `/api/v1/workspaces/${encodeURIComponent(workspace)}`;
  }

  listClaims(articleId: string) {
    return request<{ items: readonly ClaimSummary[] }>(`${this.root}/articles/${articleId}/claims`);
  }

  getClaim(claimId: string) {
    return request<ClaimDetail>(`${this.root}/claims/${claimId}`);
  }

  saveAnnotation(claimId: string, body: AnnotationInput, version: number, key: string) {
    return request<SavedClaim>(`${this.root}/claims/${claimId}/annotation`, {
      method: "PUT",
      body,
      version,
      key,
    });
  }

  changeClaim(claimId: string, body: ClaimPatch, version: number) {
    return request<SavedClaim>(`${this.root}/claims/${claimId}`, { method: "PATCH", body, version });
  }

  writeNote(claimId: string, body: NoteInput) {
    return request<unknown>(`${this.root}/claims/${claimId}/notes`, { method: "POST", body });
  }

  resolveNote(noteId: string, body: { readonly resolved: boolean }) {
    return request<unknown>(`${this.root}/notes/${noteId}/resolve`, { method: "POST", body });
  }

  addSource(body: SourceInput) {
    return request<Source>(`${this.root}/sources`, { method: "POST", body });
  }

  listSources(query: string) {
    return request<{ items: readonly Source[] }>(
      `${this.root}/sources?limit=8&q=${encodeURIComponent(query)}`,
    );
  }

  review(annotationId: string, body: ReviewInput) {
    return request<unknown>(`${this.root}/annotations/${annotationId}/reviews`, { method: "POST", body });
  }

  vote(claimId: string, body: VoteInput) {
    return request<unknown>(`${this.root}/claims/${claimId}/votes`, { method: "POST", body });
  }

  rule(claimId: string, body: RulingInput) {
    return request<unknown>(`${this.root}/claims/${claimId}/ruling`, { method: "POST", body });
  }

  listHistory(claimId: string, cursor: string | null) {
    const page = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    return request<{ items: readonly HistoryLine[]; nextCursor: string | null }>(
      `${this.root}/history?claim=${claimId}${page}`,
    );
  }

  importArticle(body: ArticleInput, key: string) {
    return request<ImportedArticle>(`${this.root}/articles`, { method: "POST", body, key });
  }

  previewText(text: string, language: string | null) {
    const body = language === null ? { text } : { text, language };
    return request<TextPreview>(`${this.root}/articles/preview`, { method: "POST", body });
  }

  publishReport(articleId: string, key: string) {
    return request<{ readonly outcome: "published" | "unchanged"; readonly number: number }>(
      `${this.root}/articles/${articleId}/reports`,
      { method: "POST", body: {}, key },
    );
  }

  /** What the text would do to the claims of the newest revision. */
  previewRevision(articleId: string, text: string) {
    const body = { text, dryRun: true };
    return request<RevisionResult>(`${this.root}/articles/${articleId}/revisions`, { method: "POST", body });
  }

  applyRevision(
    articleId: string,
    body: { readonly text: string; readonly decisions: readonly Decision[] },
    version: number,
    key: string,
  ) {
    return request<RevisionResult>(`${this.root}/articles/${articleId}/revisions`, {
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
