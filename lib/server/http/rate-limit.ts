import "server-only";
import { takeTurn, type Allowance, type Bucket } from "@/lib/core/limits/token-bucket";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor } from "../auth/actor";
import { env } from "../env";
import { clientAddress } from "./client-address";

/** More callers than this are not remembered: who was away the longest begins anew. */
const mostBuckets = 20_000;
const burstSeconds = 20;
/** Many members may sit behind one address. */
const membersAnAddress = 10;

const buckets = new Map<string, Bucket>();

function limit(key: string, allowance: Allowance, now: number): void {
  const { bucket, waitSeconds } = takeTurn(buckets.get(key) ?? null, allowance, now);
  // The oldest stand first in a Map: whoever comes goes to its end.
  buckets.delete(key);
  buckets.set(key, bucket);
  const [oldest] = buckets.keys();
  if (buckets.size > mostBuckets && oldest !== undefined) buckets.delete(oldest);
  if (waitSeconds === 0) return;
  const words = `These are too many requests at once. Nothing was done; go on in ${waitSeconds} s.`;
  throw new Refusal("too_many", words, [], waitSeconds);
}

const allowanceOf = (perSecond: number): Allowance => ({ perSecond, burst: perSecond * burstSeconds });

/** @throws Refusal too_many when too much comes from the address of a request, as far as that is known */
export function limitAddress(headers: Headers, now = Date.now()): void {
  const perSecond = env().ASSAY_RATE_LIMIT * membersAnAddress;
  const address = clientAddress(headers.get("x-forwarded-for"));
  if (address !== null && perSecond > 0) limit(`address:${address}`, allowanceOf(perSecond), now);
}

const reportsOfOne: Allowance = { perSecond: 0.2, burst: 20 };
const reportsOfAll: Allowance = { perSecond: 2, burst: 200 };

/**
 * For what anybody may send and the log is written with: little from one address, and not much from all together, which
 * also holds where addresses are not known.
 * @throws Refusal too_many
 */
export function limitReports(headers: Headers, now = Date.now()): void {
  const address = clientAddress(headers.get("x-forwarded-for"));
  if (address !== null) limit(`reports:${address}`, reportsOfOne, now);
  limit("reports", reportsOfAll, now);
}

/** @throws Refusal too_many when a token, or a person in all their sessions together, asks too often */
export function limitActor(actor: Actor, now = Date.now()): void {
  const perSecond = env().ASSAY_RATE_LIMIT;
  const key = actor.token ? `token:${actor.token.id}` : `user:${actor.userId}`;
  if (perSecond > 0) limit(key, allowanceOf(perSecond), now);
}
