import type { AssignResult } from "@/lib/core/assignments/assignment";
import type { Colleague } from "@/lib/core/claims/workbench";
import { Button } from "@/components/ui/button";

type PlanPreviewProps = {
  readonly plan: AssignResult;
  readonly colleagues: readonly Colleague[];
  readonly onAnother: (() => void) | null;
};

/** How many claims each would get, and what falls short, before anything is assigned. */
export function PlanPreview({ plan, colleagues, onAnother }: PlanPreviewProps) {
  const nameOf = (id: string) => colleagues.find(({ memberId }) => memberId === id)?.name ?? "";
  const most = Math.max(1, ...plan.shares.map(({ count }) => count));
  return (
    <section aria-label="The plan" className="border-s-3 border-accent bg-panel px-4 py-3 text-sm">
      <table className="w-full">
        <caption className="sr-only">Claims for each member</caption>
        <tbody>
          {plan.shares.map(({ memberId, count }) => (
            <tr key={memberId}>
              <th scope="row" className="py-0.5 pe-3 text-start font-normal">
                {nameOf(memberId)}
              </th>
              <td className="w-10 text-end tabular-nums">{count}</td>
              <td className="w-1/2 ps-3" aria-hidden="true">
                <div className="h-1.5 rounded-full bg-accent" style={{ width: `${(100 * count) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.pairs.length === 0 ? (
        <p className="mt-2">
          Nobody chosen can be given these claims: they have a part in them, or the claims are done.
        </p>
      ) : null}
      {plan.short.length > 0 && plan.pairs.length > 0 ? (
        <p className="mt-2 text-warning">
          {plan.short.length === 1 ? "1 claim gets" : `${plan.short.length} claims get`} fewer than asked for:
          the others have a part in them already, or they are done.
        </p>
      ) : null}
      {onAnother ? (
        <Button look="plain" className="-ms-1.5 mt-1 text-xs" onClick={onAnother}>
          Another plan, as even
        </Button>
      ) : null}
    </section>
  );
}
