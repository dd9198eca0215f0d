"use client";

import { useActionState } from "react";
import type { FieldProblem } from "@/lib/core/shared/refusal";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type SetupState = { readonly message: string; readonly fields: readonly FieldProblem[] } | null;
type SetupFormProps = { readonly action: (before: SetupState, form: FormData) => Promise<SetupState> };

const fields = [
  { name: "desk", label: "Name of the desk", type: "text", autoComplete: "organization" },
  {
    name: "slug",
    label: "Its address",
    type: "text",
    autoComplete: "off",
    hint: "Short, such as foreign-desk",
  },
  { name: "name", label: "Your name", type: "text", autoComplete: "name" },
  { name: "email", label: "Your e-mail", type: "email", autoComplete: "username" },
  {
    name: "password",
    label: "Your password",
    type: "password",
    autoComplete: "new-password",
    hint: "At least 12 characters; a few words are easier to keep than signs",
  },
] as const;

export function SetupForm({ action }: SetupFormProps) {
  const [state, submit, pending] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-col gap-4">
      {state ? <Banner look="error" title={state.message} /> : null}
      {fields.map((field) => (
        <TextField
          key={field.name}
          {...field}
          required
          error={state?.fields.find((problem) => problem.field === field.name)?.message}
        />
      ))}
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? "Setting up…" : "Set up"}
      </Button>
    </form>
  );
}
