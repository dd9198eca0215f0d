import { assignmentKinds, type AssignmentKind } from "@/lib/core/assignments/assignment";
import type { Colleague } from "@/lib/core/claims/workbench";
import { Choice, SelectField, TextField } from "@/components/ui/field";
import type { Wish } from "./use-assign-plan";

const kindWords: Record<AssignmentKind, string> = {
  annotate: "Annotate",
  review: "Review what is submitted",
  vote: "Vote in the panel",
};

type WishProps = { readonly wish: Wish; readonly onChange: (part: Partial<Wish>) => void };

type AssignFieldsProps = WishProps & {
  readonly colleagues: readonly Colleague[];
  readonly claims: number;
};

/** What is to be done, by whom, dealt out how, and by when. */
export function AssignFields({ wish, onChange, colleagues, claims }: AssignFieldsProps) {
  return (
    <>
      <SelectField
        label="To do"
        value={wish.kind}
        onChange={(event) => {
          // Not everybody may do everything: whoever is to do it is chosen anew.
          onChange({ kind: event.target.value as AssignmentKind, members: [] });
        }}
      >
        {assignmentKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind]}
          </option>
        ))}
      </SelectField>
      <fieldset>
        <legend className="text-xs font-medium">To whom</legend>
        <div className="mt-1 max-h-44 overflow-y-auto">
          {colleagues.map(({ memberId, name }) => (
            <Choice
              key={memberId}
              kind="checkbox"
              label={name}
              checked={wish.members.includes(memberId)}
              onChange={(event) => {
                const others = wish.members.filter((id) => id !== memberId);
                onChange({ members: event.target.checked ? [...others, memberId] : others });
              }}
            />
          ))}
        </div>
      </fieldset>
      {claims > 1 ? <Spread wish={wish} onChange={onChange} /> : null}
      <TextField
        type="date"
        label="Due"
        hint="At the end of that day. Without a day it is simply to be done."
        className="max-w-48"
        value={wish.due}
        onChange={(event) => {
          onChange({ due: event.target.value });
        }}
      />
    </>
  );
}

function Spread({ wish, onChange }: WishProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-xs font-medium">How</legend>
      <Choice
        kind="radio"
        name="spread"
        label="Deal them out evenly"
        hint="Nobody gets a claim twice; shares differ by one at most where everybody may take everything."
        checked={wish.spread === "evenly"}
        onChange={() => {
          onChange({ spread: "evenly" });
        }}
      />
      {wish.spread === "evenly" ? (
        <div className="ms-6 grid grid-cols-2 gap-3">
          <TextField
            type="number"
            label="Members a claim"
            min={1}
            max={10}
            value={wish.perClaim}
            onChange={(event) => {
              onChange({ perClaim: Math.min(10, Math.max(1, Math.round(Number(event.target.value)))) });
            }}
          />
          <TextField
            type="number"
            label="One more for, %"
            hint="so that agreement can be measured"
            min={0}
            max={100}
            value={wish.overlapPercent}
            onChange={(event) => {
              onChange({ overlapPercent: Math.min(100, Math.max(0, Number(event.target.value))) });
            }}
          />
        </div>
      ) : null}
      <Choice
        kind="radio"
        name="spread"
        label="Give all of them to each"
        checked={wish.spread === "everybody"}
        onChange={() => {
          onChange({ spread: "everybody" });
        }}
      />
    </fieldset>
  );
}
