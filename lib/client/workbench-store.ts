import { emptyAnnotation, type AnnotationContent } from "@/lib/core/annotations/annotation";
import { nextUnaddressed, type ClaimSummary } from "@/lib/core/claims/claim";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { DeskApi } from "./api";
import { createDraftStore, type LeftDraft } from "./drafts";
import { newest, toInput, type SaveItem } from "./save-item";
import { Saver } from "./saving";
import { UndoStack } from "./undo-stack";

export type WorkbenchState = {
  /** As the server told them. */
  readonly claims: readonly ClaimSummary[];
  /** The same with what the reader has just decided and the server does not know yet; what all screens show. */
  readonly shown: readonly ClaimSummary[];
  readonly details: ReadonlyMap<string, ClaimDetail>;
  readonly saves: ReadonlyMap<string, SaveItem>;
  /** Drafts from before that stand beside newer words: the reader chooses. */
  readonly left: readonly LeftDraft[];
  readonly selectedId: string | null;
  /** Why the selected claim could not be read, in words. */
  readonly trouble: string | null;
};

export type WorkbenchStart = {
  readonly member: DeskMember;
  readonly articleId: string;
  readonly claims: readonly ClaimSummary[];
  readonly detail: ClaimDetail | null;
  readonly selectedId: string | null;
};

/** What an open workbench knows and can do. React reads `state`, which is replaced and never changed. */
export class WorkbenchStore {
  state: WorkbenchState;
  readonly api: DeskApi;
  readonly saver: Saver;
  private readonly articleId: string;
  private readonly undoStack = new UndoStack();
  private readonly listeners = new Set<() => void>();
  private readonly loading = new Map<string, Promise<void>>();

  constructor({ member, articleId, claims, detail, selectedId }: WorkbenchStart) {
    this.articleId = articleId;
    this.api = new DeskApi({ workspace: member.workspace.slug, memberId: member.memberId });
    const details = new Map(detail ? [[detail.claim.id, detail]] : []);
    this.state = { claims, shown: claims, details, saves: new Map(), left: [], selectedId, trouble: null };
    this.saver = new Saver({
      send: (id, edit, base) => this.api.saveAnnotation(id, toInput(edit.content, edit), base, edit.key),
      drafts: createDraftStore({ memberId: member.memberId, workspace: member.workspace.slug }),
      onChange: (saves) => {
        this.change({ saves });
      },
      onLeft: (left) => {
        this.change({ left });
      },
      onSaved: (saved) => {
        this.learn(saved);
      },
      isOnline: () => navigator.onLine,
      newKey: () => crypto.randomUUID(),
      random: Math.random,
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): WorkbenchState => this.state;

  select(claimId: string | null): void {
    if (claimId === this.state.selectedId) return;
    if (this.state.selectedId) this.saver.flush(this.state.selectedId);
    this.change({ selectedId: claimId, trouble: null });
    if (claimId) void this.load(claimId);
  }

  /** The claim so many places further among these; the first or last where there is none. */
  selectBy(step: 1 | -1, among: readonly ClaimSummary[]): void {
    const at = among.findIndex(({ id }) => id === this.state.selectedId);
    const to = at < 0 ? 0 : Math.min(among.length - 1, Math.max(0, at + step));
    const claim = among[to];
    if (claim) this.select(claim.id);
  }

  /** @returns whether there was one. */
  selectNextUnaddressed(): boolean {
    const next = nextUnaddressed(this.state.shown, this.state.selectedId);
    if (next) this.select(next.id);
    return next !== null;
  }

  /** The reader's own words on a claim as they stand on this screen. */
  content(claimId: string): AnnotationContent {
    const item = this.state.saves.get(claimId);
    return item ? newest(item).content : (this.state.details.get(claimId)?.own.content ?? emptyAnnotation);
  }

  /** Changes the reader's annotation; with `submit` it is handed in as it then stands. */
  async annotate(
    claimId: string,
    change: Partial<AnnotationContent>,
    how: { readonly when: "now" | "after_typing"; readonly submit?: true } = { when: "now" },
  ): Promise<void> {
    const detail = this.state.details.get(claimId) ?? (await this.load(claimId));
    if (!detail?.steps.some(({ kind }) => kind === "annotate")) return;
    const before = this.content(claimId);
    const item = this.state.saves.get(claimId);
    if (!item || newest(item).sent) this.undoStack.push({ claimId, before });
    this.saver.edit({
      claimId,
      base: item?.base ?? detail.own.version,
      content: { ...before, ...change },
      submit: how.submit ?? false,
      when: how.when,
    });
  }

  /** Puts a draft from before in the place of what stands here; undo brings that back. */
  async chooseLeft(left: LeftDraft): Promise<void> {
    const { claimId } = left;
    const detail = this.state.details.get(claimId) ?? (await this.load(claimId));
    if (!detail?.steps.some(({ kind }) => kind === "annotate")) return;
    this.undoStack.push({ claimId, before: this.content(claimId) });
    await this.saver.choose(left, this.state.saves.get(claimId)?.base ?? detail.own.version);
  }

  /** Puts the content back that the last change replaced, as a new version. @returns the claim it was on. */
  async undo(): Promise<string | null> {
    const last = this.undoStack.pop();
    if (!last) return null;
    this.select(last.claimId);
    const detail = this.state.details.get(last.claimId) ?? (await this.load(last.claimId));
    if (!detail) return null;
    this.saver.edit({
      claimId: last.claimId,
      base: this.state.saves.get(last.claimId)?.base ?? detail.own.version,
      content: last.before,
      submit: false,
      when: "now",
    });
    return last.claimId;
  }

  async load(claimId: string): Promise<ClaimDetail | null> {
    const known = this.state.details.get(claimId);
    if (known) return known;
    const running = this.loading.get(claimId) ?? this.reload(claimId);
    this.loading.set(claimId, running);
    await running;
    this.loading.delete(claimId);
    return this.state.details.get(claimId) ?? null;
  }

  /** Reads a claim again, whatever is known of it. What the reader has not saved yet stays as it is. */
  async reload(claimId: string): Promise<void> {
    const answer = await this.api.getClaim(claimId);
    if (answer.ok) this.learn(answer.value);
    else if (claimId === this.state.selectedId) this.change({ trouble: answer.problem.detail });
  }

  async reloadList(): Promise<void> {
    const answer = await this.api.listClaims(this.articleId);
    if (answer.ok) this.change({ claims: keepUnchanged(this.state.claims, answer.value.items) });
  }

  /** What was read before may be out of date: only what is on the screen is read again. */
  forget(claimId: string): void {
    if (claimId === this.state.selectedId) {
      void this.reload(claimId);
      return;
    }
    const details = new Map(this.state.details);
    details.delete(claimId);
    this.change({ details });
  }

  forgetAll(): void {
    const { selectedId } = this.state;
    const kept = selectedId ? this.state.details.get(selectedId) : undefined;
    this.change({ details: new Map(kept ? [[kept.claim.id, kept]] : []) });
    if (selectedId) void this.reload(selectedId);
    void this.reloadList();
  }

  learn(detail: ClaimDetail): void {
    const { claim } = detail;
    // An answer that was on its way while a save went through tells of the time before it.
    if (detail.own.version < (this.state.details.get(claim.id)?.own.version ?? 0)) return;
    const claims = this.state.claims.map((known) => (known.id === claim.id ? claim : known));
    const details = new Map(this.state.details).set(claim.id, detail);
    this.change({
      details,
      claims: keepUnchanged(this.state.claims, claims),
      ...(claim.id === this.state.selectedId ? { trouble: null } : {}),
    });
  }

  /** The version of the reader's own annotation that this tab has; 0 where there is none. */
  knownVersion(claimId: string): number {
    return this.state.details.get(claimId)?.own.version ?? 0;
  }

  private change(part: Partial<WorkbenchState>): void {
    const next = { ...this.state, ...part };
    const { claims, saves } = next;
    this.state = { ...next, shown: keepUnchanged(this.state.shown, withOwnVerdicts(claims, saves)) };
    for (const listener of this.listeners) listener();
  }
}

function withOwnVerdicts(
  claims: readonly ClaimSummary[],
  saves: ReadonlyMap<string, SaveItem>,
): readonly ClaimSummary[] {
  if (saves.size === 0) return claims;
  return claims.map((claim) => {
    const item = saves.get(claim.id);
    const myVerdict = item ? newest(item).content.verdict : claim.myVerdict;
    return myVerdict === claim.myVerdict ? claim : { ...claim, myVerdict };
  });
}

/** The new list with the old objects, or all of the old list, where nothing differs: only what changed is painted. */
function keepUnchanged(
  before: readonly ClaimSummary[],
  after: readonly ClaimSummary[],
): readonly ClaimSummary[] {
  if (before === after) return before;
  const known = new Map(before.map((claim) => [claim.id, claim]));
  const kept = after.map((claim) => {
    const old = known.get(claim.id);
    return old && (old === claim || sameClaim(old, claim)) ? old : claim;
  });
  return kept.length === before.length && kept.every((claim, place) => claim === before[place])
    ? before
    : kept;
}

function sameClaim(a: ClaimSummary, b: ClaimSummary): boolean {
  return (Object.keys(a) as (keyof ClaimSummary)[]).every((key) => a[key] === b[key]);
}
