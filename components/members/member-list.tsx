"use client";

import { useState } from "react";
import type { MemberLine } from "@/lib/core/members/member";
import { roles, type Role } from "@/lib/core/permissions/table";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { inputClass } from "@/components/ui/field";
import { roleWords } from "@/components/workspace/role-words";

type MemberListProps = {
  readonly self: string;
  readonly manages: "yes" | "no";
  readonly members: readonly MemberLine[];
  readonly onRole: (member: MemberLine, role: Role) => Promise<unknown>;
  readonly onRemove: (member: MemberLine) => Promise<unknown>;
  readonly onReset: (member: MemberLine) => Promise<unknown>;
};

/** The people of the desk, with their roles. */
export function MemberList({ self, manages, members, ...actions }: MemberListProps) {
  const [leaving, setLeaving] = useState<MemberLine | null>(null);
  return (
    <section aria-labelledby="members">
      <h2 id="members" className="border-b border-ink pb-2 text-base font-semibold">
        {members.length} {members.length === 1 ? "member" : "members"}
      </h2>
      <ul className="divide-y divide-hairline">
        {members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
            <div className="min-w-40 flex-1">
              <p className="font-medium wrap-anywhere">
                {member.name}
                {member.id === self ? <span className="ms-2 text-xs font-normal text-muted">you</span> : null}
              </p>
              {member.email ? <p className="text-xs wrap-anywhere text-muted">{member.email}</p> : null}
            </div>
            {manages === "yes" ? (
              <MemberActions
                key={member.version}
                member={member}
                onRole={actions.onRole}
                onReset={actions.onReset}
                onRemove={setLeaving}
              />
            ) : (
              <span className="text-sm text-muted">{roleWords[member.role]}</span>
            )}
          </li>
        ))}
      </ul>
      {leaving ? (
        <RemoveDialog
          member={leaving}
          onClose={() => {
            setLeaving(null);
          }}
          onRemove={async () => {
            await actions.onRemove(leaving);
            setLeaving(null);
          }}
        />
      ) : null}
    </section>
  );
}

type MemberActionsProps = Pick<MemberListProps, "onRole" | "onReset"> & {
  readonly member: MemberLine;
  readonly onRemove: (member: MemberLine) => void;
};

function MemberActions({ member, onRole, onReset, onRemove }: MemberActionsProps) {
  const [busy, setBusy] = useState(false);
  async function during(work: Promise<unknown>) {
    setBusy(true);
    await work;
    setBusy(false);
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="w-32">
        <select
          aria-label={`Role of ${member.name}`}
          value={member.role}
          disabled={busy}
          className={inputClass}
          onChange={(event) => {
            const role = roles.find((name) => name === event.target.value);
            if (role) void during(onRole(member, role));
          }}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </select>
      </span>
      <Button
        look="plain"
        disabled={busy}
        aria-label={`New password for ${member.name}`}
        onClick={() => void during(onReset(member))}
      >
        New password
      </Button>
      <Button
        look="plain"
        disabled={busy}
        aria-label={`Remove ${member.name}`}
        onClick={() => {
          onRemove(member);
        }}
      >
        Remove
      </Button>
    </div>
  );
}

type RemoveDialogProps = {
  readonly member: MemberLine;
  readonly onClose: () => void;
  readonly onRemove: () => Promise<void>;
};

function RemoveDialog({ member, onClose, onRemove }: RemoveDialogProps) {
  const [busy, setBusy] = useState(false);
  return (
    <Dialog title={`Take ${member.name} off the desk?`} onClose={onClose}>
      <p className="text-sm">
        {member.name} is signed out at once, everywhere. What they wrote stays, with their name, and work that
        was assigned to them goes back to the desk. You can invite them again.
      </p>
      <div className="mt-5 flex justify-end gap-3">
        <Button onClick={onClose}>Keep</Button>
        <Button
          look="danger"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void onRemove();
          }}
        >
          Remove
        </Button>
      </div>
    </Dialog>
  );
}
