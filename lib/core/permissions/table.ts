/** Who may do what. Server and screen read the same table; what is not in it is refused. */
export const roles = ["owner", "editor", "reviewer", "viewer"] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const checkers: readonly Role[] = ["owner", "editor", "reviewer"];
const editors: readonly Role[] = ["owner", "editor"];
const owners: readonly Role[] = ["owner"];

/** What a machine's token may do at most: read, also do the daily work, or all that its member may. */
export const tokenScopes = ["read", "annotate", "admin"] as const;
export type TokenScope = (typeof tokenScopes)[number];

type Rule = {
  readonly roles: readonly Role[];
  /** The least scope with which a token may do it; null where only somebody who has signed in may. */
  readonly scope: TokenScope | null;
};

const table = {
  "article.read": { roles: everyone, scope: "read" },
  "ruling.read": { roles: everyone, scope: "read" },
  "report.read": { roles: everyone, scope: "read" },
  "history.read": { roles: checkers, scope: "read" },
  "history.export": { roles: owners, scope: "admin" },
  "annotation.read": { roles: checkers, scope: "read" },
  "annotation.write": { roles: checkers, scope: "annotate" },
  "annotation.review": { roles: checkers, scope: "annotate" },
  "claim.vote": { roles: checkers, scope: "annotate" },
  "note.read": { roles: checkers, scope: "read" },
  "note.write": { roles: checkers, scope: "annotate" },
  "notification.read": { roles: everyone, scope: "read" },
  "notification.change": { roles: everyone, scope: "annotate" },
  "source.read": { roles: everyone, scope: "read" },
  "source.write": { roles: checkers, scope: "annotate" },
  "article.import": { roles: editors, scope: "annotate" },
  "article.change": { roles: editors, scope: "annotate" },
  "claim.change": { roles: editors, scope: "annotate" },
  "claim.assign": { roles: editors, scope: "annotate" },
  "claim.adjudicate": { roles: editors, scope: "admin" },
  "report.publish": { roles: editors, scope: "admin" },
  "member.read": { roles: everyone, scope: "read" },
  "member.manage": { roles: owners, scope: "admin" },
  "settings.read": { roles: everyone, scope: "read" },
  "settings.change": { roles: owners, scope: "admin" },
  "keys.change": { roles: everyone, scope: "annotate" },
  "token.read": { roles: everyone, scope: "read" },
  "token.change": { roles: everyone, scope: null },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof table;

export const permissions = Object.keys(table) as readonly Permission[];

/** Whether a member of this role may do this at all; the state machine says whether now and here. */
export function can(role: Role, permission: Permission): boolean {
  const { roles: allowed }: Rule = table[permission];
  return allowed.includes(role);
}

/** The least scope of a token that covers this; null when no token does: a token that made tokens could not be ended. */
export function scopeFor(permission: Permission): TokenScope | null {
  return table[permission].scope;
}

/** Whether a token of this scope may do this, if its member may. */
export function covers(scope: TokenScope, permission: Permission): boolean {
  const least = scopeFor(permission);
  return least !== null && tokenScopes.indexOf(scope) >= tokenScopes.indexOf(least);
}
