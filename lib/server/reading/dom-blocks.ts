import "server-only";
import type { BoilerplateReason } from "@/lib/core/articles/boilerplate";
import type { Block } from "@/lib/core/articles/found-article";

/** Elements that end a paragraph where they begin and where they end. */
const blockElements = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL".split(
    " ",
  ),
);
/** Elements whose text nobody reads as a part of the page. */
const silentElements = new Set(
  "AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT MATH NOSCRIPT OBJECT OPTION SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO".split(
    " ",
  ),
);
const hints: Readonly<Record<string, BoilerplateReason>> = {
  FIGCAPTION: "caption",
  ASIDE: "furniture",
  NAV: "furniture",
  FOOTER: "furniture",
  FORM: "furniture",
};

/** Names that pages give to such parts. Looked at only where there is little text: whole articles have odd names too. */
const namedHints: readonly (readonly [RegExp, BoilerplateReason])[] = [
  [/(?:^|[\s_-])(?:captions?|credits?|wp-caption-text)(?:$|[\s_-])/i, "caption"],
  [/(?:^|[\s_-])(?:share|sharing|social|addtoany)(?:$|[\s_-])/i, "share"],
  [/(?:^|[\s_-])(?:related|read-?more|read-?also|recommended|recirc|more-on)(?:$|[\s_-])/i, "read_also"],
  [/(?:^|[\s_-])(?:advert|advertisement|ad-slot|sponsored)(?:$|[\s_-])/i, "advert"],
];
const littleText = 600;

const elementNode = 1;
const textNode = 3;

/** The paragraphs of a part of a page, in order, with white space as a browser would show it. */
export function blocksOf(root: Element): readonly Block[] {
  const collector = new Collector();
  collector.walk(root, null, false);
  collector.end(null);
  return collector.blocks;
}

class Collector {
  readonly blocks: Block[] = [];
  #line = "";

  walk(node: Node, hint: BoilerplateReason | null, isPre: boolean): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === textNode) this.#write(child.textContent ?? "", isPre);
      else if (child.nodeType === elementNode) this.#enter(child as Element, hint, isPre);
    }
  }

  #write(text: string, isPre: boolean): void {
    this.#line += isPre ? text : text.replaceAll(/[ \t\n\r\f]+/g, " ");
  }

  #enter(element: Element, hint: BoilerplateReason | null, isPre: boolean): void {
    const name = element.tagName.toUpperCase();
    if (silentElements.has(name) || isHidden(element)) return;
    if (name === "BR") this.#line += "\n";
    else if (blockElements.has(name)) {
      this.end(hint);
      const own = hint ?? hints[name] ?? hintByName(element);
      this.walk(element, own, isPre || name === "PRE");
      this.end(own);
    } else {
      if (isCell(name) && this.#line.trim() !== "") this.#line = `${this.#line.trimEnd()} | `;
      this.walk(element, hint, isPre);
    }
  }

  /** Ends the paragraph. Two line breaks in a row end one as well, as those who write with them mean. */
  end(hint: BoilerplateReason | null): void {
    for (const part of this.#line.split(/[ \t]*\n[ \t]*\n\s*/)) {
      const text = part.replaceAll(/ *\n */g, "\n").trim();
      if (text !== "") this.blocks.push({ text, hint });
    }
    this.#line = "";
  }
}

function isCell(name: string): boolean {
  return name === "TD" || name === "TH";
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  const style = element.getAttribute("style");
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function hintByName(element: Element): BoilerplateReason | null {
  const name = `${element.getAttribute("class") ?? ""} ${element.id}`;
  const found = namedHints.find(([pattern]) => pattern.test(name));
  return found && element.textContent.length <= littleText ? found[1] : null;
}
