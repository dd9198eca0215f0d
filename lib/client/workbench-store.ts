import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { Winner } from "@/lib/core/annotations/merge-texts";
import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import {
  maxNamedClaims,
  nextUnaddressed,
  previousUnaddressed,
  type ClaimSummary,
} from "@/lib/core/claims/claim";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { DeskApi } from "./api";
import { claimIn, ShownClaims, staysPut, stepFrom } from "./claim-set";
import { createDraftStore, type LeftDraft } from "./drafts";
import { takeList, withNews, type ListState } from "./held-list";
import { newest, toInput, type SaveItem } from "./save-item";
import { Saver } from "./saving";
import { keepText, keptText, notePlace } from "./kept-text";
import { keepInTab, UndoStack } from "./undo-stack";

/** Its `claims` are as the server told them. */
export type WorkbenchState = ListState & {
  /** The same with what the reader has just decided and the server does not know yet; what all screens show. */
  readonly shown: readonly ClaimSummary[];
  readonly details: ReadonlyMap<string, ClaimDetail>;
  readonly saves: ReadonlyMap<string, SaveItem>;
  /** Drafts from before that stand beside newer words: the reader chooses. */
  readonly left: readonly LeftDraft[];
  readonly selectedId: string | null;
  /** By claim, the version saved elsewhere that the reader's own words were laid together with. */
  readonly merged: ReadonlyMap<string, number>;
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
  /** What can be undone and done again. */
  readonly steps: UndoStack;
  private readonly articleId: string;
  private readonly member: DeskMember;
  private readonly laidOver = new ShownClaims();
  private readonly listeners = new Set<() => void>();
  private readonly loading = new Map<string, Promise<void>>();

  constructor({ member, articleId, claims, detail, selectedId }: WorkbenchStart) {
    this.articleId = articleId;
    this.member = member;
    this.api = new DeskApi({ workspace: member.workspace.slug, memberId: member.memberId });
    this.steps = new UndoStack(
      keepInTab({ workspace: member.workspace.slug, memberId: member.memberId, articleId }),
    );
    const details = new Map(detail ? [[detail.claim.id, detail]] : []);
    this.state = {
      claims,
      waiting: null,
      shown: claims,
      details,
      saves: new Map(),
      left: [],
      merged: new Map(),
      selectedId,
      trouble: null,
    };
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
      findReconcile: async (current, base) => {
        const { findReconcile } = await import("./find-reconcile");
        return findReconcile(this.api, current, base);
      },
      onMerged: (claimId, mine, version) => {
        this.remember(claimId, mine);
        this.change({ merged: new Map(this.state.merged).set(claimId, version) });
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

  /** The next or previous of these; from a claim that is none of them, the nearest on that side; at an end it stays. */
  selectBy(step: 1 | -1, among: readonly ClaimSummary[]): void {
    const claim = stepFrom({ all: this.state.shown, among }, this.state.selectedId, step);
    if (claim) this.select(claim.id);
  }

  selectEnd(end: "first" | "last", among: readonly ClaimSummary[]): void {
    const claim = end === "first" ? among[0] : among.at(-1);
    if (claim) this.select(claim.id);
  }

  /** @returns whether there was one. */
  selectUnaddressed(which: "next" | "previous"): boolean {
    const { shown, selectedId } = this.state;
    const found = (which === "next" ? nextUnaddressed : previousUnaddressed)(shown, selectedId);
    if (found) this.select(found.id);
    return found !== null;
  }

  /** Keeps the beginning of a note whose field was not there yet when it was typed. */
  keepNote(claimId: string, typed: string): void {
    const { workspace, memberId } = this.member;
    const place = notePlace({ workspace: workspace.slug, memberId, claimId }, null);
    keepText(place, keptText(place) + typed);
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
    if (!item || newest(item).sent) this.remember(claimId, before);
    this.saver.edit({
      claimId,
      base: item?.base ?? detail.own.version,
      content: { ...before, ...change },
      submit: how.submit ?? false,
      when: how.when,
    });
  }

  /** Ends a conflict as the reader chose; undo brings back the words as they stood here. */
  settle(claimId: string, wins: Winner): void {
    this.remember(claimId, this.content(claimId));
    this.saver.settle(claimId, wins);
  }

  /** The reader has seen what was laid together. */
  forgetMerged(claimId: string): void {
    const merged = new Map(this.state.merged);
    merged.delete(claimId);
    this.change({ merged });
  }

  /** Puts a draft from before in the place of what stands here; undo brings that back. */
  async chooseLeft(left: LeftDraft): Promise<void> {
    const { claimId } = left;
    const detail = this.state.details.get(claimId) ?? (await this.load(claimId));
    if (!detail?.steps.some(({ kind }) => kind === "annotate")) return;
    this.remember(claimId, this.content(claimId));
    await this.saver.choose(left, this.state.saves.get(claimId)?.base ?? detail.own.version);
  }

  /** Writes without remembering, for steps that are remembered together. @returns what was there; null where it may not. */
  async write(claimId: string, change: Partial<AnnotationContent>): Promise<AnnotationContent | null> {
    const detail = this.state.details.get(claimId) ?? (await this.load(claimId));
    if (!detail?.steps.some(({ kind }) => kind === "annotate")) return null;
    const before = this.content(claimId);
    const base = this.state.saves.get(claimId)?.base ?? detail.own.version;
    this.saver.edit({ claimId, base, content: { ...before, ...change }, submit: false, when: "now" });
    return before;
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

  /** Reads the list again. Where others moved claims it waits until the reader asks for it. */
  async reloadList(whose: "own" | "others" = "own"): Promise<void> {
    const answer = await this.api.listClaims(this.articleId);
    if (answer.ok) this.change(takeList(this.state, answer.value.items, whose));
  }

  /** Shows the list that waits, and reads it again: it may have waited for long. */
  showWaiting(): void {
    if (this.state.waiting) this.change(takeList(this.state, this.state.waiting, "own"));
    this.forgetAll();
  }

  /** Reads again what the list says of these claims; what it costs does not grow with the article. */
  async reloadSummaries(claimIds: readonly string[]): Promise<void> {
    const answer = await this.api.listClaims(this.articleId, { id: claimIds.join(",") });
    if (!answer.ok) return;
    const { items } = answer.value;
    const isComplete = claimIds.every((id) => items.some((claim) => claim.id === id));
    const isInPlace = items.every((claim) => {
      const old = claimIn(this.state.claims, claim.id);
      return old !== undefined && staysPut(old, claim);
    });
    if (!isComplete || !isInPlace) await this.reloadList("others");
    else this.change({ claims: withNews(this.state, items) });
  }

  /** Something happened to these claims; null stands for the article as a whole. */
  hear(claimIds: ReadonlySet<string | null>): void {
    const known = [...claimIds].filter((id) => id !== null);
    if (known.length < claimIds.size) {
      this.forgetAll();
      return;
    }
    for (const claimId of known) this.forget(claimId);
    if (known.length > maxNamedClaims) void this.reloadList("others");
    else void this.reloadSummaries(known);
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
    void this.reloadList("others");
  }

  learn(detail: ClaimDetail): void {
    const { claim } = detail;
    // An answer that was on its way while a save went through tells of the time before it.
    if (detail.own.version < (this.state.details.get(claim.id)?.own.version ?? 0)) return;
    const details = new Map(this.state.details).set(claim.id, detail);
    const claims = withNews(this.state, [claim]);
    if (claim.id === this.state.selectedId) this.change({ details, claims, trouble: null });
    // What was only read ahead is seen by nobody: nothing is painted anew for it.
    else if (claims === this.state.claims) this.state = { ...this.state, details };
    else this.change({ details, claims });
  }

  /** The version of the reader's own annotation that this tab has; 0 where there is none. */
  knownVersion(claimId: string): number {
    return this.state.details.get(claimId)?.own.version ?? 0;
  }

  private remember(claimId: string, content: AnnotationContent): void {
    this.steps.push({ kind: "annotations", items: [{ claimId, content }] });
  }

  private change(part: Partial<WorkbenchState>): void {
    const next = { ...this.state, ...part };
    this.state = { ...next, shown: this.laidOver.of(next.claims, next.saves) };
    for (const listener of this.listeners) listener();
  }
}
