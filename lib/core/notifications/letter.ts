import { notificationWords, type Notification } from "./notification";

export type Letter = { readonly subject: string; readonly text: string };

type LetterInput = {
  readonly desk: string;
  /** Oldest first. */
  readonly notifications: readonly Notification[];
  /** The address of the desk in this installation, without a slash at its end. */
  readonly base: string;
};

const longestSubject = 120;

/** The letter about one notification, or about several of a day. Plain text: what is written is shown as it is written. */
export function letterOf({ desk, notifications, base }: LetterInput): Letter {
  const [only, ...more] = notifications;
  const subject =
    only && more.length === 0 ? notificationWords(only) : `${notifications.length} things wait for you`;
  const entries = notifications.map((one) =>
    [
      `${notificationWords(one)}.`,
      `${oneLine(one.articleTitle)}, claim ${one.claim.ordinal}:`,
      `  “${oneLine(one.claim.text)}”`,
      `  ${base}/articles/${one.articleId}?claim=${one.claim.id}`,
    ].join("\n"),
  );
  const foot = `You choose what is sent to you under ${base}/notifications/settings`;
  return {
    subject: oneLine(`${desk}: ${subject}`).slice(0, longestSubject),
    text: [...entries, foot].join("\n\n") + "\n",
  };
}

/** Names and titles are what people wrote: on one line, without control characters, they end no header and begin none. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

/** Whether mail can go to this address as it is: one address, nothing that could begin another header or recipient. */
export function isMailable(address: string): boolean {
  return /^[^\s<>()[\],;:\\"@\p{Cc}]+@[^\s<>()[\],;:\\"@\p{Cc}]+$/u.test(address);
}
