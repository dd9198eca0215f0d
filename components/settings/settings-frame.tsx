import Link from "next/link";
import type { ReactNode } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { can, type Permission } from "@/lib/core/permissions/table";
import { classNames } from "@/components/ui/class-names";
import { DeskHeader } from "@/components/workspace/desk-header";

const rooms = [
  { key: "members", label: "Members", path: "" },
  { key: "scale", label: "Verdicts", path: "/scale" },
  { key: "policies", label: "Review policies", path: "/policies" },
  { key: "keys", label: "Keys", path: "/keys" },
  { key: "sessions", label: "Sessions", path: "/sessions" },
  { key: "tokens", label: "API tokens", path: "/tokens" },
  { key: "webhooks", label: "Webhooks", path: "/webhooks", needs: "settings.change" },
] as const satisfies readonly {
  readonly key: string;
  readonly label: string;
  readonly path: string;
  /** Of those only who may enter. */
  readonly needs?: Permission;
}[];

type SettingsFrameProps = {
  readonly member: DeskMember;
  readonly room: (typeof rooms)[number]["key"];
  readonly children: ReactNode;
};

/** The settings of a desk: one room for each thing that can be set. */
export function SettingsFrame({ member, room, children }: SettingsFrameProps) {
  const base = `/w/${member.workspace.slug}/settings`;
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: "Settings" }]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-4xl px-4 pt-10 pb-20 outline-none sm:px-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Settings</h1>
        <nav aria-label="Settings" className="mt-5 border-b border-hairline">
          <ul className="-mb-px flex flex-wrap gap-x-6 text-sm">
            {rooms
              .filter((one) => !("needs" in one) || can(member.role, one.needs))
              .map(({ key, label, path }) => (
                <li key={key}>
                  <Link
                    href={base + path}
                    aria-current={key === room ? "page" : undefined}
                    className={classNames(
                      "block border-b-2 py-2",
                      key === room
                        ? "border-accent font-semibold text-ink"
                        : "border-transparent text-muted hover:text-ink",
                    )}
                  >
                    {label}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
        {children}
      </main>
    </>
  );
}
