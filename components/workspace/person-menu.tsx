"use client";

import Link from "next/link";
import { lazy, Suspense } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { leave } from "@/lib/client/sign-out";
import { roleWords } from "./role-words";

// Out of sight until the menu opens: the page does not wait for it.
const ThemeChoice = lazy(() => import("./theme-choice").then((part) => ({ default: part.ThemeChoice })));

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? String.fromCodePoint(word.codePointAt(0) ?? 63) : ""))
    .join("")
    .toUpperCase();
}

/** Who is here, the theme, the way out. The browser's own popover: closes on Escape and on a click elsewhere. */
export function PersonMenu({ member }: { readonly member: DeskMember }) {
  return (
    <>
      <button
        type="button"
        popoverTarget="person-menu"
        aria-label={`${member.name}: menu`}
        className="grid size-8 place-items-center rounded-full bg-accent text-2xs font-semibold text-on-accent"
      >
        {initials(member.name)}
      </button>
      <div
        id="person-menu"
        popover="auto"
        className="fixed inset-auto end-3 top-13 m-0 w-64 rounded-lg border border-hairline bg-paper p-4 text-ink"
      >
        <p className="font-semibold">{member.name}</p>
        <p className="text-xs text-muted">
          {roleWords[member.role]}, {member.workspace.name}
        </p>
        <div className="my-4 border-y border-hairline py-4">
          <Suspense fallback={<div className="h-12" />}>
            <ThemeChoice />
          </Suspense>
        </div>
        <ul className="flex flex-col gap-2 text-sm">
          <li>
            <Link href={`/w/${member.workspace.slug}`} className="hover:underline">
              My desk
            </Link>
          </li>
          <li>
            <Link href={`/w/${member.workspace.slug}/settings/sessions`} className="hover:underline">
              Where I am signed in
            </Link>
          </li>
          <li>
            <button type="button" onClick={() => void leave()} className="hover:underline">
              Sign out
            </button>
          </li>
        </ul>
      </div>
    </>
  );
}
