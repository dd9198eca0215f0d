import { z } from "zod";

/** Identifiers are UUIDs; anything else names nothing. */
export const idSchema = z.uuid();

/** Text that PostgreSQL can keep as it is: no NUL, no lone surrogate (it would silently become U+FFFD). */
export function storableText(maxLength: number) {
  return z
    .string()
    .max(maxLength, `may have at most ${maxLength} UTF-16 code units`)
    .refine((text) => !text.includes("\u0000"), "contains a NUL character")
    .refine((text) => text.isWellFormed(), "contains half of a surrogate pair");
}

/** One line of text with something in it; white space around it is dropped. */
export function line(maxLength: number) {
  return storableText(maxLength)
    .transform((text) => text.trim())
    .pipe(z.string().min(1, "must not be empty"));
}

export const maxAddressLength = 2_000;

/** An address that is safe to link to: http or https only, no user name or password inside. */
export const webAddress = storableText(maxAddressLength).transform((text, context) => {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password) {
    context.addIssue({ code: "custom", message: "must be an http or https address without credentials" });
    return z.NEVER;
  }
  // Written out, characters beyond ASCII are three times as long and more; an index holds so much and no more.
  if (url.href.length > maxAddressLength) {
    context.addIssue({
      code: "custom",
      message: `may have at most ${maxAddressLength} characters when written out`,
    });
    return z.NEVER;
  }
  return url.href;
});

/** A calendar date as people cite it: year, year-month or year-month-day. */
export const citedDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "must be YYYY, YYYY-MM or YYYY-MM-DD");
