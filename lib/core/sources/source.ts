import { z } from "zod";
import { citedDate, line, maxAddressLength, webAddress } from "../shared/fields";

export const stances = ["supports", "refutes", "context"] as const;
export type Stance = (typeof stances)[number];

/** The AVeriTeC media, and what a desk hears rather than reads. */
export const media = [
  "web_text",
  "web_table",
  "pdf",
  "image",
  "video",
  "audio",
  "document",
  "phone_call",
  "other",
] as const;

export const sourceInputSchema = z.strictObject({
  url: webAddress.nullish(),
  title: line(500),
  publisher: line(200).nullish(),
  author: line(200).nullish(),
  publishedOn: citedDate.nullish(),
  medium: z.enum(media).default("web_text"),
});
export type SourceInput = z.infer<typeof sourceInputSchema>;

export type Source = {
  readonly id: string;
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly publishedOn: string | null;
  readonly medium: (typeof media)[number];
};

const trackingParameters = /^(utm_\w+|fbclid|gclid|mc_[ce]id)$/;

/** One address for one publication: no fragment, no tracking parameters, no default port. Takes an absolute address. */
export function canonicalUrl(address: string): string {
  const url = new URL(address);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) {
    if (trackingParameters.test(name)) url.searchParams.delete(name);
  }
  // Without the parameters the rest is written anew, which can make it longer than an address may be.
  return url.href.length > maxAddressLength ? address : url.href;
}
