import Link from "next/link";
import type { ReactNode } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { Bell } from "@/components/notifications/bell";
import { DeskPlaces } from "./desk-places";
import { PersonMenu } from "./person-menu";
import { Wordmark } from "./wordmark";

export type Crumb = { readonly label: string; readonly href?: string };

type DeskHeaderProps = {
  readonly member: DeskMember;
  /** Where the reader is, below the desk's home; the last one is this page. */
  readonly crumbs: readonly Crumb[];
  readonly children?: ReactNode;
};

/** The bar on top of every page of a desk. What the page itself has to say stands before the person. */
export function DeskHeader({ member, crumbs, children }: DeskHeaderProps) {
  const home: Crumb = { label: member.workspace.name, href: `/w/${member.workspace.slug}` };
  return (
    <header className="flex h-12 shrink-0 items-center gap-4 border-b border-hairline bg-paper px-3 sm:px-4 print:hidden">
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      <DeskPlaces member={member} />
      <Link href={`/w/${member.workspace.slug}`} aria-label="Assay: my desk" className="-ms-2 shrink-0">
        <Wordmark />
      </Link>
      <nav aria-label="Where you are" className="min-w-0 flex-1">
        <ol className="flex items-center gap-1.5 text-sm text-muted">
          {[home, ...crumbs].map((crumb, place) => (
            <li
              key={place}
              className={
                crumb.href
                  ? "hidden shrink-0 items-center gap-1.5 md:flex"
                  : "flex min-w-0 items-center gap-1.5"
              }
            >
              {place > 0 ? (
                <span aria-hidden="true" className="hidden md:inline">
                  /
                </span>
              ) : null}
              <CrumbName crumb={crumb} />
            </li>
          ))}
        </ol>
      </nav>
      {children}
      <Bell member={member} />
      <PersonMenu member={member} />
    </header>
  );
}

function CrumbName({ crumb }: { readonly crumb: Crumb }) {
  return crumb.href ? (
    <Link href={crumb.href} className="max-w-48 truncate hover:text-ink hover:underline">
      {crumb.label}
    </Link>
  ) : (
    <span aria-current="page" className="truncate font-medium text-ink">
      {crumb.label}
    </span>
  );
}
