import type { Citation } from "@/lib/core/annotations/annotation";
import { stances, type Stance } from "@/lib/core/sources/source";
import { Choice, TextArea, TextField } from "@/components/ui/field";
import { stanceWords } from "./stance-words";

const hints: Record<Stance, string> = {
  supports: "It speaks for the claim",
  refutes: "It speaks against the claim",
  context: "It helps to understand, and decides nothing",
};

type CitationFieldsProps = { readonly citation: Citation | null; readonly today: string };

export function CitationFields({ citation, today }: CitationFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-1 text-xs font-medium">What it does to the claim</legend>
        {stances.map((stance) => (
          <Choice
            key={stance}
            kind="radio"
            name="stance"
            value={stance}
            required
            defaultChecked={citation?.stance === stance}
            label={stanceWords[stance]}
            hint={hints[stance]}
          />
        ))}
      </fieldset>
      <TextArea
        label="Exact words"
        name="quote"
        dir="auto"
        rows={4}
        maxLength={10_000}
        defaultValue={citation?.quote}
        className="font-serif text-base"
        hint="Copied from the source, so that a reader can find them"
      />
      <TextField
        label="Where in it"
        name="locator"
        maxLength={200}
        defaultValue={citation?.locator ?? ""}
        placeholder="page 4, 12:30, table 2"
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Seen on"
          name="accessedOn"
          type="date"
          defaultValue={citation ? (citation.accessedOn ?? "") : today}
        />
        <TextField
          label="Archived copy"
          name="archivedUrl"
          type="url"
          pattern="https?://.*"
          defaultValue={citation?.archivedUrl ?? ""}
          placeholder="https://"
        />
      </div>
    </div>
  );
}
