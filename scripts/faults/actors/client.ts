import { cutPoints } from "../../../lib/core/claims/fit";
import type { FaultDesk } from "../desk";
import { marksIn } from "../history";
import type { Random } from "../random";
import { claimView, numberAt, textAt, type ClaimView } from "./claim-view";
import type { Json, Write, Writer, Written } from "./writer";

const verdicts = ["false", "mostly_false", "mixed", "mostly_true", "true"] as const;

export type ClientSettings = {
  readonly desk: FaultDesk;
  readonly writer: Writer;
  readonly random: Random;
  readonly member: string;
  /** Whether this one may submit on claims whose annotations must stay hidden. */
  readonly submitsBlind: boolean;
};

type KnownNote = { readonly id: string; version: number };

/** Somebody at a desk: knows what they have read and been told, and writes on top of it. */
export class Client {
  private readonly desk: FaultDesk;
  private readonly writer: Writer;
  private readonly random: Random;
  private readonly member: string;
  private readonly submitsBlind: boolean;
  /** The newest version of one's own annotation that one knows of. */
  private readonly versions = new Map<string, number>();
  private readonly notes: KnownNote[] = [];
  private sources: string[] = [];

  constructor({ desk, writer, random, member, submitsBlind }: ClientSettings) {
    this.desk = desk;
    this.writer = writer;
    this.random = random;
    this.member = member;
    this.submitsBlind = submitsBlind;
  }

  private someClaim(): string {
    const { hot, tail, blind } = this.desk;
    const roll = this.random.next();
    if (roll < 0.35) return this.random.pick(hot);
    return roll < 0.4 ? this.random.pick(blind) : this.random.pick(tail);
  }

  /** Saves a verdict with reasons, sometimes with sources and searches; what came too late is carried on. */
  async save(submit: boolean): Promise<void> {
    const claim = this.someClaim();
    const mayBeSent = submit && (this.submitsBlind || !this.desk.blind.includes(claim));
    let after: string | undefined;
    for (let round = 0; round < 50; round += 1) {
      const { op, outcome, json } = await this.saveOnce(claim, mayBeSent, after);
      if (outcome.event === "ok") return;
      if (outcome.event === "fail") return;
      after = op;
      this.versions.set(claim, claimView((json["current"] ?? {}) as Json).ownVersion);
    }
  }

  private async saveOnce(claim: string, submit: boolean, after: string | undefined): Promise<Written> {
    const { random } = this;
    const base = this.versions.get(claim) ?? 0;
    const verdict = random.pick(verdicts);
    const citations = random.chance(0.3) && this.sources.length > 0 ? [random.pick(this.sources)] : [];
    const written = await this.writer.write({
      kind: submit ? "submit" : "save",
      target: claim,
      method: "PUT",
      path: `claims/${claim}/annotation`,
      base,
      ...(after ? { after } : {}),
      body: (mark) => ({
        verdict,
        rationale: `${mark} ${after ? `carries on ⟦${after}⟧ ` : ""}because ${random.below(1_000_000)}`,
        confidence: 1 + random.below(4),
        citations: citations.map((sourceId) => ({ sourceId, stance: "supports", quote: `${mark} quote` })),
        searches: random.chance(0.2) ? [{ query: "bridge length", place: "archive", outcome: "" }] : [],
        submit,
      }),
      read: (json) => ({ version: numberAt(json, "version") ?? 0 }),
    });
    if (written.outcome.version !== null) this.versions.set(claim, written.outcome.version);
    return written;
  }

  async note(): Promise<void> {
    const claim = this.someClaim();
    const { outcome } = await this.writer.write({
      kind: "note",
      target: claim,
      method: "POST",
      path: `claims/${claim}/notes`,
      base: null,
      body: (mark) => ({ body: `${mark} has anybody asked the builder?` }),
      read: readId,
    });
    if (outcome.id !== null) this.notes.push({ id: outcome.id, version: 1 });
  }

  async changeNote(): Promise<void> {
    if (this.notes.length === 0) return this.note();
    const note = this.random.pick(this.notes);
    if (this.random.chance(0.3)) return this.resolveNote(note.id);
    const { outcome } = await this.writer.write({
      kind: "note_change",
      target: note.id,
      method: "PATCH",
      path: `notes/${note.id}`,
      base: note.version,
      body: (mark) => ({ body: `${mark} somebody has.` }),
      read: (json) => ({ version: numberAt(json, "version") ?? 0 }),
    });
    if (outcome.version !== null) note.version = outcome.version;
  }

  private async resolveNote(id: string): Promise<void> {
    const resolved = this.random.chance(0.5);
    await this.writer.write({
      kind: "note_resolve",
      target: id,
      method: "POST",
      path: `notes/${id}/resolve`,
      base: null,
      body: () => ({ resolved }),
    });
  }

  async source(): Promise<void> {
    const { outcome } = await this.writer.write({
      kind: "source",
      target: "library",
      method: "POST",
      path: "sources",
      base: null,
      body: (mark) => ({ title: `${mark} Yearbook` }),
      read: readId,
    });
    if (outcome.id !== null) this.sources = [...this.sources.slice(-20), outcome.id];
  }

  /** Looks at a claim and says what it saw. */
  async look(claim = this.someClaim()): Promise<ClaimView | null> {
    const { tell, now, number } = this.writer.settings;
    const began = now();
    const json = await this.writer.read(`claims/${claim}`);
    if (!json) return null;
    const view = claimView(json);
    const seen = [...new Set(marksIn(JSON.stringify({ ...json, notes: [] })))];
    const { member, versions } = this;
    const { ownVersion } = view;
    tell({ event: "read", began, at: now(), client: number, member, claim, ownVersion, seen });
    versions.set(claim, Math.max(versions.get(claim) ?? 0, ownVersion));
    return view;
  }

  /** Reviews, votes or rules, whatever is legal on a claim that many work on. */
  async decide(): Promise<void> {
    const claim = this.random.pick(this.desk.hot);
    const view = await this.look(claim);
    const legal = (view?.steps ?? []).filter(({ kind }) => kind !== "annotate");
    if (!view || legal.length === 0) return;
    const step = this.random.pick(legal);
    const verdict = this.random.pick(verdicts);
    const common = { target: claim, method: "POST" as const, base: null };
    if (step.kind === "vote") {
      const body = (mark: string) => ({ verdict, rationale: `${mark} as I read it` });
      await this.writer.write({ ...common, kind: "vote", path: `claims/${claim}/votes`, body });
    } else if (step.kind === "adjudicate") {
      const body = (mark: string) => ({ verdict, rationale: `${mark} on balance` });
      await this.writer.write({ ...common, kind: "ruling", path: `claims/${claim}/ruling`, body });
    } else {
      await this.review(common, view, step);
    }
  }

  private async review(
    common: Pick<Write, "target" | "method" | "base">,
    view: ClaimView,
    { kind: decision, annotationId = "" }: ClaimView["steps"][number],
  ): Promise<void> {
    const version = view.colleagues.find(({ id }) => id === annotationId)?.version;
    if (version === undefined) return;
    const reasons = decision === "request_changes" ? ["wording"] : [];
    await this.writer.write({
      ...common,
      kind: "review",
      target: annotationId,
      path: `annotations/${annotationId}/reviews`,
      body: (mark) => ({ decision, reasons, version, comment: `${mark} seen` }),
    });
  }

  async bringArticle(): Promise<void> {
    await this.writer.write({
      kind: "article",
      target: "desk",
      method: "POST",
      path: "articles",
      base: null,
      body: (mark) => ({
        title: `${mark} The bridge again`,
        text: `The bridge is ${100 + this.random.below(900)} metres long. It was opened in 1931.`,
      }),
      read: readId,
    });
  }

  async assign(): Promise<void> {
    const { reviewers, tail } = this.desk;
    await this.writer.write({
      kind: "assign",
      target: "desk",
      method: "POST",
      path: "claims/assign",
      base: null,
      body: () => ({
        claimIds: [this.random.pick(tail)],
        members: [this.random.pick(reviewers).id],
      }),
    });
  }

  /** Cuts a claim in two and takes that back. */
  async fit(): Promise<void> {
    const claim = this.random.pick(this.desk.fit);
    const view = await this.look(claim);
    const points = cutPoints(view?.text ?? "");
    if (!view || points.length === 0) return;
    const at = view.start + this.random.pick(points);
    const { outcome, json } = await this.writer.write({
      kind: "split",
      target: claim,
      method: "POST",
      path: `claims/${claim}/split`,
      base: view.claimVersion,
      body: () => ({ at }),
      read: (made) => ({ id: textAt(made, "fit") ?? "" }),
    });
    const fit = textAt(json, "fit");
    if (outcome.event !== "ok" || fit === undefined) return;
    const path = `claims/fits/${fit}/undo`;
    const common = { kind: "undo", target: claim, method: "POST", base: null } as const;
    await this.writer.write({ ...common, path, body: () => ({}) });
  }
}

function readId(json: Json): { readonly id: string } {
  return { id: textAt(json, "id") ?? "" };
}
