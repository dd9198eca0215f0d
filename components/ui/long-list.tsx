"use client";

import { lazy, Suspense, type ReactNode } from "react";
import type { WindowedProps } from "./windowed";

/** Beyond so many rows only those near the window are in the page. Below it all are, and the browser's own search works. */
export const windowedFrom = 150;

// A tenth of the workbench's own script, and of use to long lists only: it follows the page that has one.
const Windowed = lazy(() => import("./windowed").then((part) => ({ default: part.Windowed<unknown> })));

type LongListProps<T> = WindowedProps<T> & {
  /** What stands there until the rows can be set. */
  readonly fallback: ReactNode;
  /** What is to happen only once the rows are there. */
  readonly beside: ReactNode;
};

/** `Windowed`, brought when it is needed. */
export function LongList<T>({ fallback, beside, children, ...rest }: LongListProps<T>) {
  return (
    <Suspense fallback={fallback}>
      {/* The rows come back as they were given; what is fetched does not know of what kind they are. */}
      <Windowed {...rest}>{(row, place) => children(row as T, place)}</Windowed>
      {beside}
    </Suspense>
  );
}
