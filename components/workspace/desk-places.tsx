import Link from "next/link";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { roomsOf } from "./rooms";

/** The way to every room of the desk, from every page, at every width. */
export function DeskPlaces({ member }: { readonly member: DeskMember }) {
  return (
    <>
      <button
        type="button"
        popoverTarget="desk-places"
        aria-label={`${member.workspace.name}: rooms of this desk`}
        className="grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-panel hover:text-ink"
      >
        <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
          <path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </button>
      <nav
        id="desk-places"
        popover="auto"
        aria-label="Rooms of this desk"
        className="fixed inset-auto start-3 top-13 m-0 w-56 rounded-lg border border-hairline bg-paper p-2 text-ink"
      >
        <ul className="text-sm">
          {roomsOf(member).map(({ label, href }) => (
            <li key={href}>
              <Link href={href} className="block rounded-md px-3 py-2 hover:bg-panel">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
