const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|at_\w+|ref_src|smid)$/i;

/**
 * Addresses that lead to the same article as this one: with and without what only counts visitors or names a place on
 * the page, a closing slash, "www." and TLS. The first is the plainest.
 */
export function sameAddresses(address: string): readonly string[] {
  if (!URL.canParse(address)) return [];
  const plain = withoutTracking(new URL(address));
  const variants = [plain, withOtherSlash(plain)].flatMap((url) => [url, withOtherHost(url)]);
  return [...new Set([...variants.flatMap((url) => [url.href, withOtherScheme(url)]), address])];
}

function withoutTracking(url: URL): URL {
  const plain = new URL(url);
  plain.hash = "";
  for (const name of new Set(url.searchParams.keys()))
    if (tracking.test(name)) plain.searchParams.delete(name);
  return plain;
}

function withOtherSlash(url: URL): URL {
  const other = new URL(url);
  if (other.pathname !== "/") {
    other.pathname = other.pathname.endsWith("/") ? other.pathname.slice(0, -1) : `${other.pathname}/`;
  }
  return other;
}

function withOtherHost(url: URL): URL {
  const other = new URL(url);
  other.hostname = url.hostname.startsWith("www.") ? url.hostname.slice(4) : `www.${url.hostname}`;
  return other;
}

function withOtherScheme(url: URL): string {
  return url.href.replace(/^http(s?):/, (_, secure: string) => (secure === "" ? "https:" : "http:"));
}
