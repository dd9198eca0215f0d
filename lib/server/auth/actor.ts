import "server-only";
import type { Role, TokenScope } from "@/lib/core/permissions/table";

/** A write that its sender may repeat: the key they chose and a hash of what they asked for. */
export type Operation = { readonly key: string; readonly fingerprint: string };

/** What a machine's token allows at most, and as which member of which desk it acts. */
export type TokenGrant = {
  readonly id: string;
  readonly workspaceId: string;
  readonly memberId: string;
  readonly scope: TokenScope;
};

/** A person who has proven who they are, in one request. Says nothing yet about any workspace. */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** The member that the sending page believes to write as; null when it does not say. */
  readonly expectedMemberId: string | null;
  readonly requestId: string | null;
  readonly operation: Operation | null;
  /** When the session began that the request came with; null where there is none: with a token, on the command line. */
  readonly signedInAt: Date | null;
  /** The session that the request came with; null where there is none. */
  readonly sessionId: string | null;
  /** The token that the request came with; null for somebody who has signed in. */
  readonly token: TokenGrant | null;
};

declare const authorized: unique symbol;

/** Proof that the actor is a member of this workspace and may do what was asked. Only `authorize` makes one. */
export type WorkspaceScope = {
  readonly [authorized]: true;
  readonly workspaceId: string;
  readonly slug: string;
  readonly workspaceName: string;
  readonly memberId: string;
  readonly role: Role;
  readonly actor: Actor;
};
