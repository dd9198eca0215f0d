import type { DeskMember } from "@/lib/core/claims/workbench";
import type { SnapshotMark } from "@/lib/core/sources/citation-check";
import { Moment } from "@/components/ui/moment";

type SnapshotListProps = {
  readonly member: DeskMember;
  readonly sourceId: string;
  readonly snapshots: readonly SnapshotMark[];
};

/** What the page said, each time that it was kept. The file has exactly the bytes that the hash is of. */
export function SnapshotList({ member, sourceId, snapshots }: SnapshotListProps) {
  const base = `/api/v1/workspaces/${member.workspace.slug}/sources/${sourceId}/snapshots`;
  return (
    <section aria-labelledby="snapshots" className="mt-10">
      <h2 id="snapshots" className="text-base font-semibold">
        Snapshots
      </h2>
      {snapshots.length === 0 ? (
        <p className="mt-2 text-sm text-muted">None yet. One is taken when somebody cites the page.</p>
      ) : null}
      <ul className="mt-3 divide-y divide-hairline border-y border-hairline text-sm empty:hidden">
        {snapshots.map(({ id, takenAt, sha256, url }) => (
          <li key={id} className="py-2.5 wrap-anywhere">
            <a href={`${base}/${id}`} download className="text-accent underline underline-offset-2">
              <Moment at={takenAt} />
            </a>
            <span className="block text-xs text-muted">{url}</span>
            <span className="block font-mono text-2xs text-muted">SHA-256 {sha256}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
