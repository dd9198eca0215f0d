import Link from "next/link";
import { eventTypes, type HistoryFilter } from "@/lib/core/events/history-query";
import { buttonClass } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { eventName } from "./event-words";

type Choice = { readonly id: string; readonly name: string };

type HistoryFilterFormProps = {
  readonly base: string;
  readonly filter: HistoryFilter;
  readonly members: readonly Choice[];
  readonly articles: readonly Choice[];
};

/** A plain form: what is filtered stands in the address, can be sent to a colleague, and works without a script. */
export function HistoryFilterForm({ base, filter, members, articles }: HistoryFilterFormProps) {
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const types = eventTypes
    .map((id) => ({ id, name: eventName(id) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return (
    <form
      key={JSON.stringify(filter)}
      action={base}
      aria-label="Which lines"
      className="mt-6 grid grid-cols-2 items-end gap-3 border-y border-hairline py-4 md:grid-cols-6 print:hidden"
    >
      <Choices name="member" label="Who" all="Everybody" choices={members} chosen={filter.member} />
      <Choices name="type" label="What" all="Everything" choices={types} chosen={filter.type} />
      <div className="col-span-2">
        <Choices
          name="article"
          label="Article"
          all="All articles"
          choices={articles}
          chosen={filter.article}
        />
      </div>
      <TextField name="from" type="date" label="From" defaultValue={filter.from} />
      <TextField name="to" type="date" label="To" defaultValue={filter.to} />
      {filter.claim ? <input type="hidden" name="claim" value={filter.claim} /> : null}
      <div className="col-span-2 flex items-center gap-3 md:col-span-6">
        <button type="submit" className={buttonClass("outline")}>
          Show these
        </button>
        {isFiltered ? (
          <Link href={base} className="text-sm text-accent underline">
            Show everything
          </Link>
        ) : null}
        <span className="ms-auto text-2xs text-muted">Days are days of UTC</span>
      </div>
    </form>
  );
}

type ChoicesProps = {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
};

function Choices({ name, label, all, choices, chosen }: ChoicesProps) {
  return (
    <SelectField name={name} label={label} defaultValue={chosen ?? ""}>
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </SelectField>
  );
}
