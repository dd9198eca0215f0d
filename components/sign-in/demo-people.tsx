import { roleWords } from "@/components/workspace/role-words";
import type { Role } from "@/lib/core/permissions/table";

export type DemoDesk = {
  readonly password: string;
  readonly people: readonly { readonly email: string; readonly name: string; readonly role: Role }[];
};

type DemoPeopleProps = {
  readonly demo: DemoDesk;
  readonly busy: string | null;
  readonly onChoose: (email: string) => void;
};

/** The demo desk's people, each one key press away. Only there when the server runs the demo for this machine alone. */
export function DemoPeople({ demo, busy, onChoose }: DemoPeopleProps) {
  return (
    <section aria-labelledby="demo-people" className="border-b border-hairline pb-6">
      <h2 id="demo-people" className="text-sm font-semibold">
        Demo desk: come in as
      </h2>
      <ul className="mt-3 grid grid-cols-1 gap-2 sm:grid-cols-2">
        {demo.people.map(({ email, name, role }, place) => (
          <li key={email}>
            <button
              type="button"
              autoFocus={place === 0}
              disabled={busy !== null}
              onClick={() => {
                onChoose(email);
              }}
              className="flex w-full flex-col rounded-md border border-control px-3 py-2 text-start transition-colors hover:bg-panel disabled:opacity-60"
            >
              <span className="font-medium">{name}</span>
              <span className="text-xs text-muted">{busy === email ? "Signing in…" : roleWords[role]}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-muted">
        Or type one of their addresses below; all of them have the password{" "}
        <code className="font-sans font-semibold text-ink">{demo.password}</code>
      </p>
    </section>
  );
}
