import { classNames } from "./class-names";

/** A line of what is to come, in the place where it will be. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span aria-hidden="true" className={classNames("block animate-pulse rounded bg-hairline", className)} />
  );
}
