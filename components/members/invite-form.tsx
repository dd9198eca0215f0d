"use client";

import { useState } from "react";
import type { InvitationInput } from "@/lib/core/members/member";
import { roles, type Role } from "@/lib/core/permissions/table";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { roleWords } from "@/components/workspace/role-words";

const duties: Record<Role, string> = {
  owner: "manages members, scales and policies, and does all that editors do",
  editor: "brings in articles, assigns, rules and publishes",
  reviewer: "annotates claims and reviews colleagues",
  viewer: "reads articles, rulings and reports",
};

type InviteFormProps = {
  /** Answers whether the invitation was made. */
  readonly onInvite: (input: InvitationInput) => Promise<boolean>;
};

/** Address and role; the link that comes of it is shown once. */
export function InviteForm({ onInvite }: InviteFormProps) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("reviewer");
  const [busy, setBusy] = useState(false);
  async function send() {
    if (busy) return;
    setBusy(true);
    if (await onInvite({ email, role })) setEmail("");
    setBusy(false);
  }
  return (
    <form
      className="mt-4 grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_10rem_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label="Their e-mail"
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        value={email}
        hint="The link works for this address alone, once, for seven days"
        onChange={(event) => {
          setEmail(event.target.value);
        }}
      />
      <SelectField
        label="Role"
        value={role}
        hint={duties[role]}
        onChange={(event) => {
          setRole(roles.find((name) => name === event.target.value) ?? "reviewer");
        }}
      >
        {roles.map((name) => (
          <option key={name} value={name}>
            {roleWords[name]}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="primary" disabled={busy} className="sm:mt-5.5">
        {busy ? "Inviting…" : "Invite"}
      </Button>
    </form>
  );
}
