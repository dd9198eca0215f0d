import { escapeHtml as e } from "../formats/escape-html";
import { htmlStyle } from "../formats/html-style";
import { scriptSafeJson } from "../formats/json-pieces";

export type PageHead = {
  readonly title: string;
  readonly description: string;
  /** null for what nobody should keep an address of. */
  readonly canonical: string | null;
  readonly site: string;
  /** Who publishes. */
  readonly desk: string;
  readonly picture?: string;
  readonly feed?: string;
  readonly oembed?: string;
  /** At most one thing of schema.org. */
  readonly markup?: object;
};

/** A whole page for readers: no script that runs, one style, and fonts from its own site. */
export function publicPage(head: PageHead, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(head.title)}</title>
<meta name="description" content="${e(head.description)}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#171613">
${links(head)}${card(head)}<style>${fontFaces}${htmlStyle}${pageStyle}</style>
${head.markup ? `<script type="application/ld+json">${scriptSafeJson(head.markup)}</script>\n` : ""}</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

function links({ canonical, feed, oembed, desk }: PageHead): string {
  const tags = [
    canonical ? `<link rel="canonical" href="${e(canonical)}">` : "",
    feed ? `<link rel="alternate" type="application/atom+xml" title="${e(desk)}" href="${e(feed)}">` : "",
    oembed ? `<link rel="alternate" type="application/json+oembed" href="${e(oembed)}">` : "",
  ];
  return tags
    .filter(Boolean)
    .map((tag) => `${tag}\n`)
    .join("");
}

/** Open Graph, https://ogp.me. */
function card({ title, description, canonical, desk, picture }: PageHead): string {
  if (canonical === null) return "";
  const fields = [
    ["og:type", "article"],
    ["og:site_name", desk],
    ["og:title", title],
    ["og:description", description],
    ["og:url", canonical],
    ...(picture
      ? ([
          ["og:image", picture],
          ["og:image:width", "1200"],
          ["og:image:height", "630"],
        ] as const)
      : []),
  ] as const;
  const tags = fields.map(([name, value]) => `<meta property="${name}" content="${e(value)}">\n`);
  const kind = picture ? "summary_large_image" : "summary";
  return `${tags.join("")}<meta name="twitter:card" content="${kind}">\n`;
}

/** Latin from the program's own packages; other scripts are left to the reader's system. */
const fontFaces = [
  ["Source Serif 4", "normal", "source-serif.woff2"],
  ["Inter", "normal", "inter.woff2"],
]
  .map(
    ([family, style, file]) =>
      `@font-face{font-family:"${family}";font-style:${style};font-weight:200 900;font-display:swap;src:url(/r/fonts/${file}) format("woff2");unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD}`,
  )
  .join("");

const pageStyle = `
h1{font-weight:600;letter-spacing:-.01em;text-wrap:balance}
h2.part{font:600 .85rem/1.4 Inter,system-ui,sans-serif;margin:2.5rem 0 .8rem}
.kind a,.more a,nav a{color:var(--accent)}
.notice{background:#fff3c9;color:#1c1b18;border-radius:.4rem;padding:.8rem 1rem;font:.85rem/1.5 Inter,system-ui,sans-serif;margin:1.2rem 0}
.notice a{color:inherit}.notice ul{margin:.3rem 0 0}
.galley{white-space:pre-line;font-size:1.1rem;line-height:1.7}
.galley a{color:inherit;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.25em}
.galley a.open{text-decoration-color:var(--line)}
.galley sup{font:600 .6em Inter,system-ui,sans-serif;margin-inline-start:.15em;color:var(--muted)}
.t-false{text-decoration-color:var(--false)!important}.t-mostly_false{text-decoration-color:var(--mostly_false)!important}.t-mixed{text-decoration-color:var(--mixed)!important}.t-mostly_true{text-decoration-color:var(--mostly_true)!important}.t-true{text-decoration-color:var(--true)!important}.t-neutral{text-decoration-color:var(--neutral)!important;text-decoration-style:dotted!important}
.more,nav,.method,.corrections{font:.85rem/1.55 Inter,system-ui,sans-serif}
nav{display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin:.6rem 0}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (prefers-color-scheme:dark){.notice{background:#3a3318;color:#ece8dd}}
@media print{nav,.more{display:none}.notice{border:1px solid #999;background:none;color:#000}a{color:inherit}h2.part{break-after:avoid}}
`.trim();
