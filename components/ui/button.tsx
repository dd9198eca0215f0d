import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type ButtonLook = "primary" | "outline" | "plain" | "danger";

/** Nothing can be pressed on paper. */
const base =
  "inline-flex items-center justify-center gap-2 rounded-md text-sm font-medium transition-colors disabled:opacity-55 print:hidden";

const looks: Record<ButtonLook, string> = {
  primary: "min-h-9 bg-accent px-3.5 text-on-accent hover:bg-accent/90",
  outline: "min-h-9 border border-control px-3.5 text-ink hover:bg-panel",
  plain: "min-h-7 px-1.5 text-muted hover:text-ink",
  danger: "min-h-9 border border-danger px-3.5 text-danger hover:bg-panel",
};

export function buttonClass(look: ButtonLook, className?: string): string {
  return classNames(base, looks[look], className);
}

type ButtonProps = ComponentProps<"button"> & { readonly look?: ButtonLook };

export function Button({ look = "outline", className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}
