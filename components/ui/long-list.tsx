"use client";

import { lazy } from "react";
import type { WindowedProps } from "./windowed";

/** Beyond so many rows only those near the window are in the page. Below it all are, and the browser's own search works. */
export const windowedFrom = 150;

// A tenth of the workbench's own script, and of use to long lists only: it follows the page that has one.
const Windowed = lazy(() => import("./windowed").then((part) => ({ default: part.Windowed<unknown> })));

/**
 * `Windowed`, fetched when it is needed. There is no boundary of its own around it: the page that the server made stays as
 * it is until the list can take part in it, where a key press meanwhile would have it made anew.
 */
export function LongList<T>({ children, ...rest }: WindowedProps<T>) {
  // The rows come back as they were given; what is fetched does not know of what kind they are.
  return <Windowed {...rest}>{(row, place) => children(row as T, place)}</Windowed>;
}
