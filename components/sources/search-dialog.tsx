"use client";

import type { SearchEntry } from "@/lib/core/annotations/annotation";
import { Button } from "@/components/ui/button";
import { localToday } from "@/components/ui/day";
import { Dialog } from "@/components/ui/dialog";
import { Choice, TextArea, TextField } from "@/components/ui/field";
import { readSearch } from "./read-source-form";

type SearchDialogProps = { readonly onClose: () => void; readonly onLog: (entry: SearchEntry) => void };

/** A search that was tried: that nothing was found is an answer too, and a reader can repeat it. */
export function SearchDialog({ onClose, onLog }: SearchDialogProps) {
  return (
    <Dialog title="Log a search" onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onLog(readSearch(new FormData(event.currentTarget)));
          onClose();
        }}
      >
        <TextField
          label="Searched for"
          name="query"
          required
          pattern=".*\S.*"
          maxLength={500}
          placeholder="“3,000 troops” Iraq September 2020"
        />
        <TextField
          label="In"
          name="place"
          required
          pattern=".*\S.*"
          maxLength={200}
          placeholder="web search, agency archive, ministry’s site"
        />
        <TextField label="On" name="searchedOn" type="date" defaultValue={localToday(new Date())} />
        <fieldset>
          <legend className="mb-1 text-xs font-medium">Hoping to find</legend>
          <div className="flex flex-wrap gap-x-4">
            <Choice kind="radio" name="sought" value="" defaultChecked label="Anything about it" />
            <Choice kind="radio" name="sought" value="supports" label="Something for it" />
            <Choice kind="radio" name="sought" value="refutes" label="Something against it" />
          </div>
        </fieldset>
        <Choice kind="checkbox" name="useful" value="yes" label="It led to something useful" />
        <TextArea
          label="What came of it"
          name="outcome"
          rows={3}
          maxLength={1_000}
          hint="Left empty it says: nothing useful"
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Log it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
