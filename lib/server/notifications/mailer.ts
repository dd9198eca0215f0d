import "server-only";
import { createTransport } from "nodemailer";
import type { Letter } from "@/lib/core/notifications/letter";
import { isMailable } from "@/lib/core/notifications/letter";
import { env } from "../env";

const patienceMs = 20_000;

/** Whether this installation sends e-mail. */
export function isMailSet(): boolean {
  return env().SMTP_URL !== undefined && env().MAIL_FROM !== undefined;
}

/**
 * Hands a letter to the mail server. The same id gives the same Message-ID: of a letter that goes out twice, because
 * the first answer was lost, most programs show one.
 * @throws Error when the address is none that mail can go to, and whatever the mail server refuses
 */
export async function sendLetter(id: string, to: string, letter: Letter): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (url === undefined || from === undefined) throw new Error("No mail server is set.");
  if (!isMailable(to)) throw new Error("Mail cannot go to this address.");
  const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true });
  const host = new URL(env().ASSAY_URL).hostname;
  const sending = transport.sendMail({
    ...letter,
    to: { name: "", address: to },
    messageId: `<${id}@${host}>`,
    headers: { "auto-submitted": "auto-generated" },
    encoding: "utf-8",
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error("The mail server did not answer in time."));
    }, patienceMs);
  });
  try {
    await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}
