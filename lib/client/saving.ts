import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { Winner } from "@/lib/core/annotations/merge-texts";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { Answer, SavedClaim } from "./api";
import { keysOf, type DraftStore, type LeftDraft } from "./drafts";
import { meet, settled } from "./save-conflict";
import {
  afterAcknowledged,
  afterProblem,
  backOffMs,
  isSendable,
  resumed,
  retried,
  whileSending,
  withEdit,
  withoutRefused,
  type Edit,
  type Reconcile,
  type SaveItem,
} from "./save-item";

/** What the saver needs of the world around it. */
export type SaverPorts = {
  readonly send: (claimId: string, edit: Edit, base: number) => Promise<Answer<SavedClaim>>;
  readonly drafts: DraftStore;
  readonly onChange: (items: ReadonlyMap<string, SaveItem>) => void;
  /** Drafts from before that stand beside what is being saved here: the person chooses. */
  readonly onLeft: (left: readonly LeftDraft[]) => void;
  /** The server's newest state of a claim, before the item that led to it goes. */
  readonly onSaved: (detail: ClaimDetail) => void;
  /** How to lay words that were written on `base` over what stands now; null where that cannot be told. */
  readonly findReconcile: (current: ClaimDetail, base: number) => Promise<Reconcile | null>;
  /** Words written here were laid over a version saved elsewhere; `mine` is how they stood before. */
  readonly onMerged: (claimId: string, mine: AnnotationContent, version: number) => void;
  readonly isOnline: () => boolean;
  readonly newKey: () => string;
  readonly random: () => number;
};

export type EditRequest = {
  readonly claimId: string;
  /** The version that the reader has before them. */
  readonly base: number;
  readonly content: AnnotationContent;
  readonly submit: boolean;
  readonly when: "now" | "after_typing";
};

const typingPauseMs = 600;

/**
 * Brings edits to the server: one request in flight a claim, newer words in the next one, kept on the device before
 * anything is sent and until it is acknowledged. It gives nothing up by itself.
 */
export class Saver {
  private items = new Map<string, SaveItem>();
  private left: readonly LeftDraft[] = [];
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly attempts = new Map<string, number>();
  private readonly ports: SaverPorts;

  constructor(ports: SaverPorts) {
    this.ports = ports;
  }

  get(claimId: string): SaveItem | undefined {
    return this.items.get(claimId);
  }

  edit(request: EditRequest): void {
    void this.take(request);
  }

  /** Puts a draft from before in the place of what stands here now, with the words as they were left. */
  async choose(left: LeftDraft, base: number): Promise<void> {
    const { claimId, edits } = left;
    const { content } = edits.at(-1) ?? edits[0];
    const isStored = await this.take({ claimId, base, content, submit: false, when: "now" });
    this.forgetLeft(left);
    if (isStored) await this.ports.drafts.release(left).catch(ignore);
  }

  /** Gives up a draft from before. */
  giveUp(left: LeftDraft): void {
    this.forgetLeft(left);
    this.ports.drafts.release(left).catch(ignore);
  }

  private take({ claimId, base, content, submit, when }: EditRequest): Promise<boolean> {
    const edit = { content, submit, key: this.ports.newKey() };
    const stored = this.put(withEdit(this.items.get(claimId), claimId, base, edit));
    if (when === "now") void this.sendNow(claimId);
    else this.sendIn(claimId, typingPauseMs);
    return stored;
  }

  /** Sends what waits for a pause in typing. */
  flush(claimId: string): void {
    if (this.items.get(claimId)?.phase.kind === "waiting") void this.sendNow(claimId);
  }

  /** Back online or signed in again. */
  resume(): void {
    for (const item of [...this.items.values()]) {
      this.attempts.delete(item.claimId);
      void this.put(resumed(item));
      void this.sendNow(item.claimId);
    }
  }

  /** Ends a conflict: what overlaps is as the winner has it, what does not is there from both sides. */
  settle(claimId: string, wins: Winner): void {
    const item = this.items.get(claimId);
    if (item?.phase.kind !== "conflict") return;
    this.ports.onSaved(item.phase.current);
    this.goOnAs(claimId, settled(item, wins, this.ports.newKey));
  }

  private goOnAs(claimId: string, item: SaveItem | null): void {
    this.attempts.delete(claimId);
    if (!item) {
      this.drop(claimId);
      return;
    }
    void this.put(item);
    void this.sendNow(claimId);
  }

  /** Gives up what the server has refused, and saves what was written after a refused submission. */
  discard(claimId: string): void {
    const item = this.items.get(claimId);
    if (item?.phase.kind !== "refused") return;
    const rest = withoutRefused(item);
    if (!rest) {
      this.drop(claimId);
      return;
    }
    void this.put(rest);
    void this.sendNow(claimId);
  }

  /** Sends again what the server has refused, as a new request. */
  retry(claimId: string): void {
    const item = this.items.get(claimId);
    if (item?.phase.kind !== "refused") return;
    void this.put(retried(item, this.ports.newKey));
    void this.sendNow(claimId);
  }

  /**
   * What was left on this device by an earlier visit goes on where it stopped. Where two visits left something on one
   * claim, or something was written here meanwhile, the second waits for the person to choose. @returns how many go on.
   */
  async restore(): Promise<number> {
    const drafts = await this.ports.drafts.adopt();
    let restored = 0;
    for (const draft of drafts.toSorted((a, b) => b.base - a.base)) {
      const here = this.items.get(draft.claimId);
      if (!here) {
        restored += 1;
        this.goOnWith(draft);
      } else if (keysOf(here) === keysOf(draft)) this.ports.drafts.release(draft).catch(ignore);
      else this.setLeft([...this.left, draft]);
    }
    return restored;
  }

  private goOnWith(draft: LeftDraft): void {
    const { claimId, base, edits } = draft;
    const stored = this.put({ claimId, base, edits, phase: { kind: "waiting" } });
    // From here on it is in this tab's own row.
    void stored.then((isStored) => (isStored ? this.ports.drafts.release(draft) : undefined)).catch(ignore);
    void this.sendNow(claimId);
  }

  private forgetLeft(left: LeftDraft): void {
    this.setLeft(this.left.filter((one) => one !== left));
  }

  private setLeft(left: readonly LeftDraft[]): void {
    this.left = left;
    this.ports.onLeft(left);
  }

  private async sendNow(claimId: string): Promise<void> {
    this.stopTimer(claimId);
    const waiting = this.items.get(claimId);
    if (!waiting || !isSendable(waiting)) return;
    if (!this.ports.isOnline()) {
      void this.put({ ...waiting, phase: { kind: "backing_off", attempts: 0 } });
      return;
    }
    const sending = whileSending(waiting);
    await this.put(sending);
    const answer = await this.ports.send(claimId, sending.edits[0], sending.base);
    // Newer words may have joined the row meanwhile; nobody else takes the item away while it is being sent.
    const item = this.items.get(claimId);
    if (!item) return;
    if (answer.ok) this.acknowledge(item, answer.value);
    else this.complain(item, answer);
  }

  private acknowledge(item: SaveItem, saved: SavedClaim): void {
    this.attempts.delete(item.claimId);
    this.ports.onSaved(saved.claim);
    const rest = afterAcknowledged(item, saved.version);
    if (!rest) {
      this.drop(item.claimId);
      return;
    }
    void this.put(rest);
    if (!this.timers.has(item.claimId)) void this.sendNow(item.claimId);
  }

  private complain(item: SaveItem, { problem }: { readonly problem: SaverProblem }): void {
    const attempts = (this.attempts.get(item.claimId) ?? 0) + 1;
    this.attempts.set(item.claimId, attempts);
    const next = afterProblem(item, problem, attempts);
    if (next.phase.kind === "conflict") {
      void this.reconcile(item, next.phase.current);
      return;
    }
    void this.put(next);
    if (next.phase.kind === "backing_off") {
      this.sendIn(
        item.claimId,
        Math.max(problem.retryAfterMs ?? 0, backOffMs(attempts, this.ports.random())),
      );
    }
  }

  /** One's own other tab was first. */
  private async reconcile({ claimId, base }: SaveItem, current: ClaimDetail): Promise<void> {
    const reconcile = await this.ports.findReconcile(current, base).catch(() => null);
    // Newer words may have joined meanwhile; while it counts as being sent, nobody else takes the item away.
    const item = this.items.get(claimId);
    if (!item) return;
    const meeting = meet(item, current, reconcile, this.ports.newKey);
    if (meeting.kind === "ask") {
      void this.put(meeting.item);
      return;
    }
    this.ports.onSaved(current);
    if (meeting.kind === "merged") this.ports.onMerged(claimId, meeting.mine, current.own.version);
    this.goOnAs(claimId, meeting.kind === "merged" ? meeting.item : null);
  }

  private sendIn(claimId: string, ms: number): void {
    this.stopTimer(claimId);
    const timer = setTimeout(() => {
      this.timers.delete(claimId);
      void this.sendNow(claimId);
    }, ms);
    this.timers.set(claimId, timer);
  }

  private stopTimer(claimId: string): void {
    clearTimeout(this.timers.get(claimId));
    this.timers.delete(claimId);
  }

  /** Resolves once the item is on the device, so that it is there before it is sent. @returns whether it is. */
  private put(item: SaveItem): Promise<boolean> {
    this.items = new Map(this.items).set(item.claimId, item);
    this.ports.onChange(this.items);
    // A device that cannot store (private window, full disk) still saves to the server.
    return this.ports.drafts.put(item).then(
      () => true,
      () => false,
    );
  }

  private drop(claimId: string): void {
    this.stopTimer(claimId);
    this.attempts.delete(claimId);
    this.items = new Map(this.items);
    this.items.delete(claimId);
    this.ports.drafts.remove(claimId).catch(ignore);
    this.ports.onChange(this.items);
  }
}

function ignore(): void {
  // The device does not forget it: at worst it is offered once more.
}

type SaverProblem = Extract<Answer<SavedClaim>, { ok: false }>["problem"];
