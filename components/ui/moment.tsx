"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** A point in time in the reader's zone; before the browser has taken over, in UTC, so that both pictures agree. */
export function Moment({ at }: { readonly at: string }) {
  const zone = useSyncExternalStore(
    never,
    () => "local" as const,
    () => "utc" as const,
  );
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...(zone === "utc" ? { timeZone: "UTC" } : {}),
  });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
