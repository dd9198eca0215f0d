import { publicPage } from "./page-shell";

/** For whoever follows an address at which nothing was published. */
export function notFoundPage(site: string): string {
  const title = "There is nothing at this address";
  const main = `<h1>${title}</h1>\n<p class="meta">It may have been mistyped, or never published.</p>`;
  return publicPage({ title, description: title, canonical: null, site, desk: "" }, main);
}
