import type { ColleagueAnnotation, OwnAnnotation, Person } from "../annotations/annotation";
import type { Assignment } from "../assignments/assignment";
import type { Note } from "../notes/note";
import type { PolicyKind } from "../review/policy";
import type { RulingMethod } from "../review/facts";
import type { Step } from "../review/steps";
import type { Scale } from "../verdicts/scale";
import type { Attribution, ClaimSummary } from "./claim";

export type Ruling = {
  readonly verdict: string;
  readonly rationale: string;
  readonly method: RulingMethod;
  readonly decidedBy: Person;
  readonly decidedAt: string;
  readonly number: number;
  /** Whether it still rests on what is submitted now. */
  readonly holds: boolean;
  /** The exact versions that it rests on. */
  readonly basis: readonly {
    readonly annotationId: string;
    readonly version: number;
    readonly author: Person;
  }[];
  readonly dissent: readonly { readonly memberId: string; readonly name: string; readonly verdict: string }[];
};

/** A vote as others may see it: the verdict only once the reader has voted or the panel has decided. */
export type Vote = {
  readonly member: Person;
  readonly verdict: string | null;
  readonly rationale: string | null;
};

/** Everything one member may know of one claim: what the inspector and the review screen are made of. */
export type ClaimDetail = {
  readonly claim: ClaimSummary;
  /** Of a stale claim the words that were judged, before they changed in a newer revision. */
  readonly previousText: string | null;
  readonly attribution: Attribution;
  readonly articleId: string;
  readonly policy: PolicyKind;
  readonly scale: Scale;
  readonly own: OwnAnnotation;
  readonly colleagues: readonly ColleagueAnnotation[];
  /** True while a blind policy keeps colleagues' annotations from each other. */
  readonly blind: boolean;
  readonly votes: readonly Vote[];
  readonly ruling: Ruling | null;
  readonly notes: readonly Note[];
  /** Open work on the claim, as far as the reader may know of it. */
  readonly assignments: readonly Assignment[];
  readonly steps: readonly Step[];
};
