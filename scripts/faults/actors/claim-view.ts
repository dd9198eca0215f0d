import type { Json } from "./writer";

/** What a client reads in the answer about a claim. */
export type ClaimView = {
  readonly ownVersion: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly claimVersion: number;
  readonly steps: readonly { readonly kind: string; readonly annotationId?: string }[];
  readonly colleagues: readonly { readonly id: string; readonly version?: number }[];
};

type Loose = {
  readonly own?: { readonly version?: number };
  readonly claim?: {
    readonly text?: string;
    readonly start?: number;
    readonly end?: number;
    readonly version?: number;
  };
  readonly steps?: ClaimView["steps"];
  readonly colleagues?: ClaimView["colleagues"];
};

export function claimView(json: Json): ClaimView {
  const { own = {}, claim = {}, steps = [], colleagues = [] } = json as Loose;
  const { text = "", start = 0, end = 0, version: claimVersion = 0 } = claim;
  return { ownVersion: own.version ?? 0, text, start, end, claimVersion, steps, colleagues };
}

export const numberAt = (json: Json, name: string): number | undefined => {
  const value = json[name];
  return typeof value === "number" ? value : undefined;
};

export const textAt = (json: Json, name: string): string | undefined => {
  const value = json[name];
  return typeof value === "string" ? value : undefined;
};
