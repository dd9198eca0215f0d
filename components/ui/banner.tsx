import type { ReactNode } from "react";
import { classNames } from "./class-names";

const looks = { error: "border-danger", attention: "border-warning", info: "border-accent" } as const;

type BannerProps = {
  readonly look: keyof typeof looks;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** What happened, what was kept, what to do. Errors interrupt a screen reader, the rest waits. */
export function Banner({ look, title, children, actions }: BannerProps) {
  return (
    <div
      role={look === "error" ? "alert" : "status"}
      className={classNames("border-s-3 bg-panel px-4 py-3 text-sm", looks[look])}
    >
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-0.5 text-muted">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
