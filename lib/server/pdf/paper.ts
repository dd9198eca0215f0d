import "server-only";
import PDFDocument from "pdfkit";
import { readFont, type Weight } from "./fonts";
import { breakLines, type Line } from "./lines";

export type TextStyle = {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  /** Points from the margin. */
  readonly indent?: number;
  /** Points above. */
  readonly space?: number;
  readonly link?: string | null;
};

export type PaperHead = {
  readonly title: string;
  readonly author: string;
  readonly running: string;
  /** The same content has to give the same bytes. */
  readonly at: Date;
};

const margin = 64;
const footRoom = 24;
const leading = 1.42;

/** Sheets of A4 on which tagged text is set line after line; knows pages, fonts and directions, and no report. */
export class Paper {
  readonly #document: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #widths = new Map<string, number>();
  readonly #fonts = new Set<string>();
  readonly #head: PaperHead;
  #y = margin;

  constructor(head: PaperHead) {
    this.#head = head;
    this.#document = new PDFDocument({
      size: "A4",
      margin,
      bufferPages: true,
      tagged: true,
      pdfVersion: "1.7",
      lang: "en",
      displayTitle: true,
      info: { Title: head.title, Author: head.author, CreationDate: head.at, ModDate: head.at },
    });
    this.#root = this.#document.struct("Document");
    this.#document.addStructure(this.#root);
  }

  get #width(): number {
    return this.#document.page.width - 2 * margin;
  }

  get #bottom(): number {
    return this.#document.page.height - margin - footRoom;
  }

  /** Sets a paragraph under its tag, such as H1, H2 or P, over as many pages as it needs. */
  write(tag: string, text: string, style: TextStyle): void {
    if (text.trim() === "") return;
    const { size, weight = "regular", indent = 0, space = 4 } = style;
    const lines = breakLines(text, weight, this.#width - indent, (words, font) =>
      this.#measure(words, font, size),
    );
    this.#y += space;
    // A heading is not left alone at the foot of a page.
    const kept = tag.startsWith("H") ? size * leading * (lines.length + 2) : size * leading;
    if (this.#y + kept > this.#bottom) this.#newPage();
    const element = this.#document.struct(tag);
    this.#root.add(element);
    let waiting = [...lines];
    while (waiting.length > 0) {
      const room = Math.max(1, Math.floor((this.#bottom - this.#y) / (size * leading)));
      const now = waiting.slice(0, room);
      element.add(() => this.#draw(now, style));
      waiting = waiting.slice(room);
      if (waiting.length > 0) this.#newPage();
    }
    element.end();
  }

  rule(): void {
    this.#y += 8;
    if (this.#y > this.#bottom - 40) this.#newPage();
    this.#document.markContent("Artifact", { type: "Layout" });
    this.#document
      .moveTo(margin, this.#y)
      .lineTo(margin + this.#width, this.#y)
      .lineWidth(0.5)
      .stroke("#dfdbd0");
    this.#document.endMarkedContent();
  }

  /** Bars of one row, in proportion to their parts. */
  bars(parts: readonly { readonly count: number; readonly colour: string }[], description: string): void {
    const total = parts.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) return;
    this.#y += 12;
    const draw = () => {
      let x = margin;
      for (const { count, colour } of parts) {
        const width = (this.#width * count) / total;
        this.#document.rect(x, this.#y, Math.max(0, width - 1), 8).fill(colour);
        x += width;
      }
    };
    this.#root.add(this.#document.struct("Figure", { alt: description }, draw));
    this.#y += 10;
  }

  #draw(lines: readonly Line[], { size, colour = "#1c1b18", indent = 0, link }: TextStyle): void {
    const document = this.#document;
    for (const line of lines) {
      let x = line.isRightToLeft ? margin + this.#width - line.width : margin + indent;
      for (const { text, font, width } of line.pieces) {
        this.#use(font).fontSize(size).fillColor(colour);
        document.text(text, x, this.#y, { lineBreak: false });
        x += width;
      }
      if (link) document.link(x - line.width, this.#y, line.width, size * leading, link);
      this.#y += size * leading;
    }
  }

  #use(font: string): PDFKit.PDFDocument {
    if (!this.#fonts.has(font)) {
      this.#document.registerFont(font, readFont(font));
      this.#fonts.add(font);
    }
    return this.#document.font(font);
  }

  #measure(words: string, font: string, size: number): number {
    const key = `${font} ${words}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.#use(font).fontSize(100).widthOfString(words) / 100;
      this.#widths.set(key, width);
    }
    return width * size;
  }

  #newPage(): void {
    this.#document.addPage();
    this.#y = margin;
  }

  /** Running heads and page numbers, then the bytes as they come. */
  async *finish(): AsyncGenerator<Uint8Array> {
    this.#root.end();
    this.#writeRunning();
    this.#document.end();
    for await (const chunk of this.#document as AsyncIterable<Buffer>) yield new Uint8Array(chunk);
  }

  #writeRunning(): void {
    const document = this.#document;
    const { count } = document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      document.switchToPage(page);
      // What lies in the margin is no content: the page would go on for it.
      document.page.margins.bottom = 0;
      document.markContent("Artifact", { type: "Pagination" });
      if (page > 0) this.#place(this.#head.running, 8, 36, "start");
      this.#place(`${page + 1} / ${count}`, 8, document.page.height - 48, "end");
      document.endMarkedContent();
    }
  }

  #place(text: string, size: number, y: number, side: "start" | "end"): void {
    const [line] = breakLines(text, "regular", 10_000, (words, font) => this.#measure(words, font, size));
    const pieces = line?.pieces ?? [];
    let x = side === "start" ? margin : margin + this.#width - (line?.width ?? 0);
    for (const piece of pieces) {
      this.#use(piece.font).fontSize(size).fillColor("#6d6a61");
      this.#document.text(piece.text, x, y, { lineBreak: false });
      x += piece.width;
    }
  }
}
