"use client";

import type { DeskApi } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { AssignFields } from "./assign-fields";
import { PlanPreview } from "./plan-preview";
import { useAssignPlan, type MadeWork } from "./use-assign-plan";
import { useColleagues } from "./use-colleagues";

type AssignDialogProps = {
  readonly api: DeskApi;
  readonly claimIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: (made: MadeWork) => void;
};

/** Gives claims to members: to each of them, or dealt out evenly, after a look at the plan. */
export function AssignDialog({ api, claimIds, onClose, onDone }: AssignDialogProps) {
  const { wish, plan, problem, change, preview, apply } = useAssignPlan(api, claimIds);
  const colleagues = useColleagues(api, wish.kind) ?? [];

  async function submit() {
    if (plan === null) {
      await preview();
      return;
    }
    const made = await apply(plan);
    if (made === null) return;
    const count = made.items.length;
    toast(count === 1 ? "1 assignment made" : `${count} assignments made`);
    onDone(made);
  }

  const several = claimIds.length === 1 ? "this claim" : `${claimIds.length} claims`;
  return (
    <Dialog title={`Assign ${several}`} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem ? <Trouble problem={problem} /> : null}
        <AssignFields wish={wish} onChange={change} colleagues={colleagues} claims={claimIds.length} />
        {plan ? (
          <PlanPreview
            plan={plan}
            colleagues={colleagues}
            onAnother={wish.spread === "evenly" ? () => void preview({ ...wish, seed: wish.seed + 1 }) : null}
          />
        ) : null}
        <Button
          type="submit"
          look="primary"
          className="self-start"
          disabled={wish.members.length === 0 || plan?.pairs.length === 0}
        >
          {plan ? "Assign" : "Show the plan"}
        </Button>
      </form>
    </Dialog>
  );
}

function Trouble({ problem }: { readonly problem: Problem }) {
  return problem.status === 412 ? (
    <Banner look="attention" title="Somebody assigned claims meanwhile">
      Nothing of yours was written. Below is the plan as it would be now.
    </Banner>
  ) : (
    <Banner look="error" title="Nothing was assigned">
      {problemWords(problem)}
    </Banner>
  );
}
