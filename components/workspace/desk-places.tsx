import Link from "next/link";
import { can, type Permission } from "@/lib/core/permissions/table";
import type { DeskMember } from "@/lib/core/claims/workbench";

type Place = { readonly label: string; readonly path: string; readonly needs: Permission };

/** The rooms of a desk, in the order of a working day. */
const places: readonly Place[] = [
  { label: "My desk", path: "", needs: "article.read" },
  { label: "Queue", path: "/queue", needs: "annotation.write" },
  { label: "Notifications", path: "/notifications", needs: "annotation.read" },
  { label: "Sources", path: "/sources", needs: "source.read" },
  { label: "Insights", path: "/insights", needs: "article.read" },
  { label: "History", path: "/history", needs: "history.read" },
  { label: "Settings", path: "/settings", needs: "member.read" },
];

/** The way to every room of the desk, from every page, at every width. */
export function DeskPlaces({ member }: { readonly member: DeskMember }) {
  const open = places.filter((place) => can(member.role, place.needs));
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
          {open.map(({ label, path }) => (
            <li key={path}>
              <Link
                href={`/w/${member.workspace.slug}${path}`}
                className="block rounded-md px-3 py-2 hover:bg-panel"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
