/** A browser in which one is signed in. */
export type SessionLine = {
  readonly id: string;
  /** Words such as "Firefox on Linux", by what the browser called itself when it signed in. */
  readonly browser: string;
  readonly signedInAt: string;
  /** To within five minutes. */
  readonly lastSeenAt: string;
  /** The one that asks. */
  readonly isThisOne: boolean;
};
