import type { Person } from "../annotations/annotation";
import type { ArticleSummary } from "../articles/article";
import type { Role } from "../permissions/table";
import type { Scale } from "../verdicts/scale";
import type { ClaimSummary } from "./claim";

/** Who is at the desk: the reader's place in one workspace. */
export type DeskMember = Person & {
  readonly role: Role;
  readonly workspace: { readonly slug: string; readonly name: string };
};

/** Somebody who works at the same desk. */
export type Colleague = Person & {
  readonly role: Role;
  /** What tells somebody from others of the same name; null where nobody else bears it. */
  readonly handle: string | null;
};

/** What the workbench opens with: the article's words, its claims in order, and the scale they are judged on. */
export type Workbench = {
  readonly member: DeskMember;
  readonly article: ArticleSummary;
  readonly text: string;
  readonly claims: readonly ClaimSummary[];
  readonly scale: Scale;
};
