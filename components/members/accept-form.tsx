"use client";

import Link from "next/link";
import { useActionState } from "react";
import type { OpenInvitation } from "@/lib/core/members/member";
import type { Role } from "@/lib/core/permissions/table";
import type { FieldProblem } from "@/lib/core/shared/refusal";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

export type FormState = { readonly message: string; readonly fields: readonly FieldProblem[] } | null;
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

const rolePhrases: Record<Role, string> = {
  owner: "an owner",
  editor: "an editor",
  reviewer: "a reviewer",
  viewer: "a viewer",
};

type AcceptFormProps = {
  readonly invitation: OpenInvitation;
  readonly signedInAs: string | null;
  /** This page, to come back to after signing in. */
  readonly from: string;
  readonly action: FormAction;
};

/** Joins a desk: by signing in, with one more click, or with a new account. */
export function AcceptForm({ invitation, signedInAs, from, action }: AcceptFormProps) {
  const { desk, email, role, known } = invitation;
  const fits = signedInAs === email;
  return (
    <>
      <p className="mt-1 mb-7 text-muted">
        You are invited as {rolePhrases[role]}, with the address{" "}
        <span className="font-medium wrap-anywhere text-ink">{email}</span>.
      </p>
      {signedInAs !== null && !fits ? (
        <Banner
          look="attention"
          title={`You are signed in as ${signedInAs}`}
          actions={
            <Link href={`/sign-in?from=${encodeURIComponent(from)}`} className={buttonClass("outline")}>
              Sign in with the other address
            </Link>
          }
        >
          The invitation is for {email}. Only that account can accept it.
        </Banner>
      ) : null}
      {signedInAs === null && known ? (
        <Link href={`/sign-in?from=${encodeURIComponent(from)}`} className={buttonClass("primary")}>
          Sign in to accept
        </Link>
      ) : null}
      {fits || (signedInAs === null && !known) ? (
        <JoinFields desk={desk} account={fits ? "mine" : "new"} email={email} action={action} />
      ) : null}
    </>
  );
}

type JoinFieldsProps = {
  readonly desk: string;
  readonly account: "mine" | "new";
  readonly email: string;
  readonly action: FormAction;
};

function JoinFields({ desk, account, email, action }: JoinFieldsProps) {
  const [state, submit, pending] = useActionState(action, null);
  const errorOf = (name: string) => state?.fields.find(({ field }) => field === name)?.message;
  return (
    <form action={submit} className="flex flex-col gap-4">
      {state ? <Banner look="error" title={state.message} /> : null}
      {account === "new" ? (
        <>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <TextField label="Your name" name="name" autoComplete="name" required error={errorOf("name")} />
          <NewPasswordField error={errorOf("password")} />
        </>
      ) : null}
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? "Joining…" : `Join ${desk}`}
      </Button>
    </form>
  );
}

/** A password that is chosen now. */
export function NewPasswordField({ error }: { readonly error: string | undefined }) {
  return (
    <TextField
      label="Your password"
      name="password"
      type="password"
      autoComplete="new-password"
      required
      hint="At least 12 characters; a few words are easier to keep than signs"
      error={error}
    />
  );
}
