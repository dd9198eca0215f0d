/** Where the reader is, as colleagues may hear of it. */
export type Whereabouts = { readonly claimId: string | null; readonly typing: boolean };

/** Sends what is said. @returns false when nobody may hear of it, or it is refused: then nothing more is said. */
export type Say = (said: Whereabouts & { readonly leaving: boolean }) => Promise<boolean>;

/** Twice in what the server waits for before it takes somebody for gone. */
const beatMs = 20_000;
/** Whoever goes through claims by keys is told of where they stay. */
const restMs = 700;
/** After the last letter. */
const typingMs = 4_000;

/**
 * Tells colleagues that the reader has the article open, on which claim, and whether they write: once they rest there, and
 * then as a beat. It never retries: the next beat says the same.
 */
export class Announcer {
  private readonly say: Say;
  private where: Whereabouts = { claimId: null, typing: false };
  private beat: ReturnType<typeof setTimeout> | undefined;
  private untilQuiet: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;
  private wasHeard = false;

  constructor(say: Say) {
    this.say = say;
  }

  /** Begins to tell, or goes on after a pause. */
  start(): void {
    this.schedule(restMs);
  }

  /** The page is out of sight: the reader counts as gone when the last beat is over. */
  pause(): void {
    clearTimeout(this.beat);
  }

  moveTo(claimId: string | null): void {
    if (claimId === this.where.claimId) return;
    this.change({ claimId, typing: false });
  }

  /** A letter was written. */
  type(): void {
    clearTimeout(this.untilQuiet);
    this.untilQuiet = setTimeout(() => {
      this.change({ ...this.where, typing: false });
    }, typingMs);
    if (!this.where.typing) this.change({ ...this.where, typing: true });
  }

  /** The reader goes; colleagues see it at once. */
  leave(): void {
    clearTimeout(this.beat);
    clearTimeout(this.untilQuiet);
    if (!this.isOver && this.wasHeard) void this.say({ ...this.where, leaving: true });
    this.wasHeard = false;
  }

  private change(where: Whereabouts): void {
    this.where = where;
    this.schedule(restMs);
  }

  private schedule(ms: number): void {
    clearTimeout(this.beat);
    if (this.isOver) return;
    this.beat = setTimeout(() => {
      void this.tell();
    }, ms);
  }

  private async tell(): Promise<void> {
    this.wasHeard = true;
    this.schedule(beatMs);
    if (await this.say({ ...this.where, leaving: false })) return;
    this.isOver = true;
    clearTimeout(this.beat);
  }
}
