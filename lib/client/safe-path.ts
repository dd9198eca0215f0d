/** Where to go after signing in: a path of this site, or `/` when the address asks for anything else. */
export function safePath(from: string | readonly string[] | undefined): string {
  const origin = "http://assay.invalid";
  if (typeof from !== "string" || !from.startsWith("/") || !URL.canParse(from, origin)) return "/";
  const url = new URL(from, origin);
  const path = url.pathname + url.search + url.hash;
  // "/.//evil.test" is this site's until its dots are resolved: what is left of it names another host.
  return url.origin === origin && !path.startsWith("//") && !path.includes("\\") ? path : "/";
}
