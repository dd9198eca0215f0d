import type { ReactNode } from "react";

/** A link to somewhere else on the web. Anything but http and https is shown as words only. */
export function SafeLink({ href, children }: { readonly href: string | null; readonly children: ReactNode }) {
  if (!href || !/^https?:\/\//i.test(href)) return <>{children}</>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      className="underline decoration-control underline-offset-2 hover:decoration-ink"
    >
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
