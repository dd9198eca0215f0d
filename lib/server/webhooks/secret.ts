import "server-only";
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "../env";

const prefix = "whsec_";
const [ivBytes, tagBytes] = [12, 16];

/** A new secret as its receiver is given it: 256 random bits (Standard Webhooks: 192 to 512). */
export function newSecret(): string {
  return prefix + randomBytes(32).toString("base64");
}

/** By this the maker of a secret knows whether the one that was kept is theirs. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** For one webhook only: put into the row of another it opens nothing. */
function keyFor(webhookId: string): Buffer {
  const info = `assay webhook secret ${webhookId}`;
  return Buffer.from(hkdfSync("sha256", env().ASSAY_SECRET, "", info, 32));
}

/** AES-256-GCM under a key from ASSAY_SECRET (HKDF, RFC 5869): nonce, tag, ciphertext. */
export function seal(webhookId: string, secret: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(webhookId), iv);
  const closed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), closed]));
}

/** @throws Error when it was sealed for another webhook, under another ASSAY_SECRET, or changed since */
export function unseal(webhookId: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(webhookId), bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
}

type Message = { readonly id: string; readonly seconds: number; readonly body: string };

/** The headers of Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, version v1. */
export function signedHeaders(
  secret: string,
  { id, seconds, body }: Message,
): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": `v1,${signature}`,
  };
}
