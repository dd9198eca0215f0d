import { classNames } from "./class-names";

/** A key beside what it does, where that has one. Hidden from screen readers, which hear it through `aria-keyshortcuts`. */
export function Kbd({ children, className }: { readonly children: string; readonly className?: string }) {
  if (children === "") return null;
  return (
    <kbd
      aria-hidden="true"
      className={classNames(
        "hidden min-w-4.5 rounded border border-current/35 px-1 text-center font-sans text-2xs leading-4 font-normal lg:inline-block",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
