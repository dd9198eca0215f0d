/** Where to go after signing in: a path of this site, or `/` when the address asks for anything else. */
export function safePath(from: string | readonly string[] | undefined): string {
  const origin = "http://assay.invalid";
  if (typeof from !== "string" || !from.startsWith("/") || !URL.canParse(from, origin)) return "/";
  const url = new URL(from, origin);
  return url.origin === origin ? url.pathname + url.search + url.hash : "/";
}
