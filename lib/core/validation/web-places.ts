/** Addresses that lead somewhere else than they say. */
export const shorteners: ReadonlySet<string> = new Set([
  "bit.ly",
  "buff.ly",
  "cutt.ly",
  "goo.gl",
  "is.gd",
  "ow.ly",
  "rb.gy",
  "t.co",
  "t.ly",
  "tinyurl.com",
]);

export function parseAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url : null;
}

/** https, or a program that is tried out on its own machine. */
export function isSecure(url: URL): boolean {
  return url.protocol === "https:" || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}

/** Whether the address belongs to this site: www in front makes no other. */
export function isOnSite(url: URL, site: string): boolean {
  const own = parseAddress(site);
  return own !== null && bare(url) === bare(own);
}

function bare({ host }: URL): string {
  return host.replace(/^www\./, "");
}
