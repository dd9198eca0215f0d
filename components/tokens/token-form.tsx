"use client";

import { useState } from "react";
import { tokenScopes, type TokenScope } from "@/lib/core/permissions/table";
import type { TokenInput } from "@/lib/core/tokens/token";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { scopeDuties, scopeWords } from "./scope-words";

const spans = [
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "A year" },
  { days: null, label: "Until revoked" },
] as const;

type TokenFormProps = {
  /** Answers whether the token was made. */
  readonly onMake: (input: TokenInput) => Promise<boolean>;
};

/** What it is for, what it may do, and for how long. */
export function TokenForm({ onMake }: TokenFormProps) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<TokenScope>("read");
  const [days, setDays] = useState<number | null>(90);
  const [busy, setBusy] = useState(false);
  async function send() {
    if (busy) return;
    setBusy(true);
    if (await onMake({ name, scope, days })) setName("");
    setBusy(false);
  }
  return (
    <form
      className="mt-4 grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_12rem_9rem_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label="What it is for"
        required
        maxLength={100}
        autoComplete="off"
        value={name}
        hint="Such as the program that will use it"
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <ScopeField scope={scope} onChange={setScope} />
      <SelectField
        label="For"
        value={String(days)}
        onChange={(event) => {
          setDays(spans.find((span) => String(span.days) === event.target.value)?.days ?? null);
        }}
      >
        {spans.map((span) => (
          <option key={span.label} value={String(span.days)}>
            {span.label}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="primary" disabled={busy} className="sm:mt-5.5">
        {busy ? "Making…" : "Make token"}
      </Button>
    </form>
  );
}

type ScopeFieldProps = { readonly scope: TokenScope; readonly onChange: (scope: TokenScope) => void };

function ScopeField({ scope, onChange }: ScopeFieldProps) {
  return (
    <SelectField
      label="It may"
      value={scope}
      hint={scopeDuties[scope]}
      onChange={(event) => {
        onChange(tokenScopes.find((known) => known === event.target.value) ?? "read");
      }}
    >
      {tokenScopes.map((known) => (
        <option key={known} value={known}>
          {scopeWords[known]}
        </option>
      ))}
    </SelectField>
  );
}
