import Link from "next/link";
import { mostCounted, type QueueCounts, type QueueKind } from "@/lib/core/queue/queue";
import { classNames } from "@/components/ui/class-names";
import { queueWords } from "./queue-words";

type QueueKindsProps = {
  readonly kinds: readonly QueueKind[];
  readonly counts: QueueCounts;
  readonly chosen: QueueKind;
  readonly hrefOf: (kind: QueueKind) => string;
};

/** The parts of the queue with how much waits in each. */
export function QueueKinds({ kinds, counts, chosen, hrefOf }: QueueKindsProps) {
  return (
    <nav aria-label="Parts of the queue">
      <ul className="flex flex-wrap gap-1 lg:flex-col">
        {kinds.map((kind) => (
          <li key={kind}>
            <Link
              href={hrefOf(kind)}
              aria-current={kind === chosen ? "page" : undefined}
              className={classNames(
                "flex items-baseline justify-between gap-3 rounded-md px-3 py-1.5 text-sm whitespace-nowrap hover:bg-panel",
                kind === chosen && "bg-panel font-semibold",
              )}
            >
              {queueWords[kind].name}
              <span className="text-xs font-normal text-muted tabular-nums">{shownCount(counts[kind])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function shownCount(count = 0): string {
  return count >= mostCounted ? `${mostCounted - 1}+` : String(count);
}
