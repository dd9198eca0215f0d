import "server-only";

/** What is known of a request once it is answered. Nothing that somebody wrote, and of people their id only. */
export type SeenRequest = {
  readonly requestId: string;
  readonly method: string;
  /** As the API's document writes it, with parameters in braces: never an address with ids. */
  readonly route: string;
  readonly status: number;
  /** Until the answer began, in milliseconds. */
  readonly ms: number;
  readonly userId: string | null;
  /** When it arrived, in milliseconds since 1970. */
  readonly arrivedAt: number;
  /** The header of that name: W3C Trace Context. */
  readonly traceparent: string | null;
};
