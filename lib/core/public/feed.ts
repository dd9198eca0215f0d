import { escapeHtml as e } from "../formats/escape-html";

export type FeedEntry = {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly publishedAt: string;
  /** Why it corrects the number before; null for a new report. */
  readonly reason: string | null;
  readonly mix: string;
};

export type Feed = {
  readonly site: string;
  readonly workspace: string;
  readonly desk: string;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
};

/** New reports and corrections of a desk as Atom, RFC 4287. */
export function atomFeed({ site, workspace, desk, entries }: Feed): string {
  const self = `${site}/r/feeds/${workspace}`;
  const updated = entries[0]?.publishedAt ?? "1970-01-01T00:00:00.000Z";
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${e(self)}</id>
<title>${e(clean(desk))}: verdict reports and corrections</title>
<link rel="self" href="${e(self)}"/>
<updated>${updated}</updated>
<author><name>${e(clean(desk))}</name></author>
${entries.map((entry) => entryXml(entry, site)).join("")}</feed>
`;
}

function entryXml({ slug, number, title, publishedAt, reason, mix }: FeedEntry, site: string): string {
  const address = `${site}/r/${slug}/${number}`;
  const kind = reason === null ? `Verdict report no. ${number}` : `Correction no. ${number}`;
  return `<entry>
<id>${e(address)}</id>
<title>${e(clean(`${kind}: ${title}`))}</title>
<link rel="alternate" type="text/html" href="${e(address)}"/>
<published>${publishedAt}</published>
<updated>${publishedAt}</updated>
<summary>${e(clean(reason ?? mix))}</summary>
</entry>
`;
}

/** XML 1.0 has no control characters. */
function clean(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
