import type { Glyph } from "@/lib/core/verdicts/scale";
import type { ReactNode } from "react";

const ring = <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.6,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const drawings: Record<Glyph, ReactNode> = {
  circle_empty: ring,
  circle_quarter: (
    <>
      {ring}
      <path d="M8 8V1.75A6.25 6.25 0 0 1 14.25 8Z" fill="currentColor" />
    </>
  ),
  circle_half: (
    <>
      {ring}
      <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5Z" fill="currentColor" />
    </>
  ),
  circle_three_quarters: (
    <>
      {ring}
      <path d="M8 8H1.75A6.25 6.25 0 1 0 8 1.75Z" fill="currentColor" />
    </>
  ),
  circle_full: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  question: (
    <>
      <path d="M5 5.6C5 3.8 6.3 2.7 8 2.7s3 1.1 3 2.7c0 2.3-2.9 2.3-2.9 4.5" {...line} />
      <circle cx="8.1" cy="13" r="1.1" fill="currentColor" />
    </>
  ),
  arrows: <path d="M2.5 5.3h11M10.8 2.6l2.7 2.7L10.8 8M13.5 10.9h-11M5.2 8.2l-2.7 2.7 2.7 2.7" {...line} />,
  hourglass: (
    <>
      <path
        d="M3.8 2h8.4M3.8 14h8.4M5 2c0 3.6 2.3 4.4 2.3 6S5 10.4 5 14M11 2c0 3.6-2.3 4.4-2.3 6S11 10.4 11 14"
        {...line}
      />
      <path d="M5.6 13.4c.2-1.6 1.2-2.4 2.4-2.4s2.2.8 2.4 2.4Z" fill="currentColor" />
    </>
  ),
  mask: (
    <>
      <path d="M2.5 3.2c3.6 1 7.4 1 11 0v4.6c0 3.5-2.5 6-5.5 6s-5.5-2.5-5.5-6Z" {...line} />
      <path d="M5.2 7h1.2M9.6 7h1.2M5.8 9.9c1.3 1.2 3.1 1.2 4.4 0" {...line} />
    </>
  ),
  quote: (
    <path
      d="M6.9 3.2C4.2 4.3 2.6 6.5 2.6 9.3c0 2 1.1 3.4 2.7 3.4 1.3 0 2.2-.9 2.2-2.2S6.6 8.400 5.400 8.300c-.2-1.500.6-2.900 2.100-3.900Zm6.400 0C10.600 4.300 9 6.500 9 9.300c0 2 1.100 3.400 2.700 3.400 1.300 0 2.200-.9 2.200-2.200s-.9-2.100-2.100-2.200c-.2-1.500.6-2.900 2.100-3.900Z"
      fill="currentColor"
    />
  ),
};

type GlyphProps = { readonly glyph: Glyph; readonly className?: string };

/** The picture of a verdict. It never stands without its word: beside it, or in the name of what holds it. */
export function VerdictGlyph({ glyph, className = "size-4" }: GlyphProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`inline-block shrink-0 ${className}`}
    >
      {drawings[glyph]}
    </svg>
  );
}

/** Nothing given yet: a point, so that it cannot be mistaken for the empty circle of "false". */
export function NoVerdictGlyph({ className = "size-4" }: { readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`inline-block shrink-0 ${className}`}
    >
      <circle cx="8" cy="8" r="1.5" fill="currentColor" />
    </svg>
  );
}

/** Not to be checked: a dash. */
export function DisposedGlyph({ className = "size-4" }: { readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`inline-block shrink-0 ${className}`}
    >
      <path d="M4 8h8" {...line} />
    </svg>
  );
}
