import type { SessionLine } from "@/lib/core/identity/session";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";

type SessionListProps = {
  readonly sessions: readonly SessionLine[];
  readonly onEnd: (session: SessionLine) => Promise<unknown>;
};

/** Where one is signed in, this browser first. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="border-b border-ink pb-2 text-base font-semibold">
        Where you are signed in
      </h2>
      <ul className="divide-y divide-hairline">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3 text-sm">
            <div className="min-w-40 flex-1">
              <p id={`session-${session.id}`} className="font-medium">
                {session.browser}
              </p>
              <p id={`times-${session.id}`} className="text-xs text-muted">
                Signed in <Moment at={session.signedInAt} />, last seen <Moment at={session.lastSeenAt} />
              </p>
            </div>
            {session.isThisOne ? (
              <p className="px-1.5 text-sm font-semibold text-accent">This one</p>
            ) : (
              <Button
                look="plain"
                aria-describedby={`session-${session.id} times-${session.id}`}
                onClick={() => void onEnd(session)}
              >
                Sign out there
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
