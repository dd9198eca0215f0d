/** Who may do what. Server and screen read the same table; what is not in it is refused. */
export const roles = ["owner", "editor", "reviewer", "viewer"] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const checkers: readonly Role[] = ["owner", "editor", "reviewer"];
const editors: readonly Role[] = ["owner", "editor"];
const owners: readonly Role[] = ["owner"];

const table = {
  "article.read": everyone,
  "ruling.read": everyone,
  "report.read": everyone,
  "history.read": checkers,
  "history.export": owners,
  "annotation.read": checkers,
  "annotation.write": checkers,
  "annotation.review": checkers,
  "claim.vote": checkers,
  "note.read": checkers,
  "note.write": checkers,
  "source.read": everyone,
  "source.write": checkers,
  "article.import": editors,
  "article.change": editors,
  "claim.change": editors,
  "claim.assign": editors,
  "claim.adjudicate": editors,
  "report.publish": editors,
  "member.read": everyone,
  "member.manage": owners,
  "settings.read": everyone,
  "settings.change": owners,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

export const permissions = Object.keys(table) as readonly Permission[];

/** Whether a member of this role may do this at all; the state machine says whether now and here. */
export function can(role: Role, permission: Permission): boolean {
  return table[permission].includes(role);
}
