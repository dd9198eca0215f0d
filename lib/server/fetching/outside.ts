import "server-only";
import { lookup } from "node:dns/promises";
import { isPublicAddress } from "./public-address";

export type Limits = {
  /** Until the connection stands, for every hop. */
  readonly connectMs: number;
  /** From the first byte asked for to the last one received, redirects included. */
  readonly totalMs: number;
  /** Of the body, after decompression. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
};

/** What a fetch may do, and whom it may meet. Tests bring a world of their own; nothing else does. */
export type Outside = {
  readonly limits: Limits;
  readonly mayMeet: (address: string) => boolean;
  readonly mayUsePort: (port: number) => boolean;
  /** Every address of a name, of both families. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
};

export const theInternet: Outside = {
  limits: { connectMs: 3_000, totalMs: 10_000, maxBytes: 5_000_000, maxRedirects: 5 },
  mayMeet: isPublicAddress,
  mayUsePort: (port) => port === 80 || port === 443,
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
};
