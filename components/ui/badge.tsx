import type { ReactNode } from "react";
import { classNames } from "./class-names";

const looks = {
  quiet: "border-hairline text-muted",
  attention: "border-warning text-warning",
  danger: "border-danger text-danger",
  good: "border-good text-good",
} as const;

export type BadgeLook = keyof typeof looks;

export function Badge({
  look = "quiet",
  children,
}: {
  readonly look?: BadgeLook;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 rounded-full border px-2 text-2xs leading-5 font-medium whitespace-nowrap",
        looks[look],
      )}
    >
      {children}
    </span>
  );
}
