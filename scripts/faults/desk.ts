import type { Role } from "../../lib/core/permissions/table";

/** Somebody at the desk under test: signs in with e-mail and password, and has a token that their programs carry. */
export type Member = {
  readonly id: string;
  readonly role: Role;
  readonly email: string;
  readonly token: string;
};

/** What the clients work on; made once, before anything fails. */
export type FaultDesk = {
  readonly workspace: string;
  readonly workspaceId: string;
  /** Everybody's. */
  readonly password: string;
  readonly owner: Member;
  readonly editor: Member;
  readonly reviewers: readonly Member[];
  /** A reviewer whose role is taken away and given back all the time. */
  readonly unsteady: Member;
  /** Claims that everybody works on at once, under all policies. */
  readonly hot: readonly string[];
  /** Claims that are met now and then. */
  readonly tail: readonly string[];
  /** Claims under double-blind on which two only ever write and at most one submits: nobody may see anything. */
  readonly blind: readonly string[];
  /** Claims that are split and put together again. */
  readonly fit: readonly string[];
  /** Two claims whose wordings one writer numbers in turn. */
  readonly twins: { readonly articleId: string; readonly first: string; readonly second: string };
  /** People who work in a browser, on an article that nobody else writes on. */
  readonly readers: readonly Member[];
  readonly screens: { readonly articleId: string; readonly claims: readonly string[] };
};

/** What the process of the clients is told. */
export type ClientsTask = {
  readonly desk: FaultDesk;
  /** Ways to the program: each of them may be closed for a while. */
  readonly ports: readonly number[];
  /** The one address under which a browser finds the program; null where nobody can sign in. */
  readonly origin: string | null;
  readonly seed: number;
  readonly clients: number;
  readonly historyFile: string;
};

/** What the process of the clients tells, a line at a time. */
export type ClientsReport = { readonly acknowledged: number; readonly unknown: number };

/** What the process of the browsers is told. */
export type BrowsersTask = Pick<ClientsTask, "desk" | "seed" | "historyFile"> & {
  readonly origin: string;
  readonly chromium: string;
};

/** What the process of the browsers tells: how often somebody did what, by its name. */
export type BrowsersReport = Readonly<Record<string, number>>;
