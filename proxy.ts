import { NextResponse, type NextRequest } from "next/server";

/**
 * Runs before every page: tells it its own path (so that signing in can lead back) and gives it a content security
 * policy with a fresh nonce. Decides nothing about who may see what; that is done where the data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  // A card is made to be shown on other sites; nothing else is.
  const isCard = /^\/r\/[^/]+\/\d+\/card$/.test(request.nextUrl.pathname);
  const policy = contentSecurityPolicy(nonce, isCard ? "*" : "'none'");
  const headers = new Headers(request.headers);
  headers.set("x-assay-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("reporting-endpoints", `csp="${reports}"`);
  return response;
}

/** Where browsers tell what was refused. */
const reports = "/api/csp-reports";

function contentSecurityPolicy(nonce: string, ancestors: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // React writes computed widths as style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
    // The first for browsers that do not know the second yet.
    `report-uri ${reports}`,
    "report-to csp",
  ].join("; ");
}

export const config = {
  matcher: ["/((?!api/|_next/static/).*)"],
};
