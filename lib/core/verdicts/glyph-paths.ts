import type { Glyph } from "./scale";

type Shape = { readonly d: string; readonly fill: "solid" | "line" };

const ring: Shape = { d: "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5Z", fill: "line" };

/** The verdict signs on a field of 16 × 16, drawn so that they look the same on every screen and on paper. */
export const glyphPaths: Readonly<Record<Glyph, readonly Shape[]>> = {
  circle_empty: [ring],
  circle_quarter: [ring, { d: "M8 8V1.75A6.25 6.25 0 0 1 14.25 8Z", fill: "solid" }],
  circle_half: [ring, { d: "M8 1.75a6.25 6.25 0 0 1 0 12.5Z", fill: "solid" }],
  circle_three_quarters: [ring, { d: "M8 8H1.75A6.25 6.25 0 1 0 8 1.75Z", fill: "solid" }],
  circle_full: [ring, { d: "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5Z", fill: "solid" }],
  circle_cross: [ring, { d: "M5.25 5.25l5.5 5.5M10.75 5.25l-5.5 5.5", fill: "line" }],
  check: [{ d: "M2.5 8.75l3.5 3.75l7.5-9", fill: "line" }],
  pencil: [{ d: "M2.5 13.5l.75-3.25l8-8l2.5 2.5l-8 8ZM9.5 4l2.5 2.5", fill: "line" }],
  question: [
    { d: "M5 5.75a3 3 0 1 1 4.6 2.55C8.5 9 8 9.6 8 10.75", fill: "line" },
    { d: "M8 12.5a.9.9 0 1 1 0 1.8a.9.9 0 1 1 0-1.8Z", fill: "solid" },
  ],
  arrows: [{ d: "M2.5 5.5h11M10.5 2.5l3 3l-3 3M13.5 10.5h-11M5.5 7.5l-3 3l3 3", fill: "line" }],
  hourglass: [
    {
      d: "M4 1.75h8M4 14.25h8M4.75 1.75c0 3.5 3.25 4.5 3.25 6.25s-3.25 2.75-3.25 6.25M11.25 1.75c0 3.5-3.25 4.5-3.25 6.25s3.25 2.75 3.25 6.25",
      fill: "line",
    },
  ],
  mask: [
    { d: "M2 3.5c4 1.2 8 1.2 12 0c.4 5.5-1.5 10-6 10.5c-4.5-.5-6.4-5-6-10.5Z", fill: "line" },
    { d: "M4.75 7.25h2M9.25 7.25h2M5.5 10.5c1.5 1.2 3.5 1.2 5 0", fill: "line" },
  ],
  quote: [
    { d: "M2.5 9.5c0-3 1.5-5 4-6v2c-1.2.7-1.8 1.6-1.8 2.5h1.8v4h-4Z", fill: "solid" },
    { d: "M9 9.5c0-3 1.5-5 4-6v2c-1.2.7-1.8 1.6-1.8 2.5h1.8v4H9Z", fill: "solid" },
  ],
};
