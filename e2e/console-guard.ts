import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** What a journey may provoke: the browser logs a failed request as an error, whoever meant it to fail. */
export type Provoked = "offline" | "outdated" | (typeof statuses)[number];

const statuses = [400, 401, 403, 404, 409, 412, 413, 422, 500, 503] as const;
/** No line, nobody at the other end of it, or an end in the middle. */
const noAnswer =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/;

/** Hears every console error, uncaught exception, policy violation and server error of the browsers it watches. */
export class ConsoleGuard {
  private readonly heard: { readonly text: string; readonly provoked: Provoked | null }[] = [];
  private readonly declared = new Set<Provoked>();

  watch(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error") this.hear(describe(message), causeOf(message));
    });
    context.on("weberror", (error) => {
      this.hear(`uncaught: ${error.error().stack ?? error.error().message}`, null);
    });
    context.on("response", (response) => {
      const status = response.status();
      if (status >= 500)
        this.hear(`${status} from ${response.url()}`, statuses.find((known) => known === status) ?? null);
    });
  }

  /** From here on this trouble is part of the story. */
  expect(provoked: Provoked): void {
    this.declared.add(provoked);
  }

  unexpected(): readonly string[] {
    return this.heard
      .filter(({ provoked }) => provoked === null || !this.declared.has(provoked))
      .map(({ text }) => text);
  }

  private hear(text: string, provoked: Provoked | null): void {
    this.heard.push({ text, provoked });
  }
}

function describe(message: ConsoleMessage): string {
  return `console: ${message.text()} (${message.location().url})`;
}

function causeOf(message: ConsoleMessage): Provoked | null {
  const text = message.text();
  // What failed on the server, in the words of React, or by its number in a built program.
  if (/^Error: (An error occurred in the Server Components render|Minified React error #441;)/.test(text))
    return 500;
  if (text.startsWith("ChunkLoadError")) return "outdated";
  if (!text.startsWith("Failed to load resource")) return null;
  if (noAnswer.test(text)) return "offline";
  return statuses.find((status) => text.includes(`status of ${status} `)) ?? null;
}
