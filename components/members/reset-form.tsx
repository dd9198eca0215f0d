"use client";

import { useActionState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { NewPasswordField, type FormAction } from "./accept-form";

export function ResetForm({ action }: { readonly action: FormAction }) {
  const [state, submit, pending] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-col gap-4">
      {state ? <Banner look="error" title={state.message} /> : null}
      <NewPasswordField error={state?.fields.find(({ field }) => field === "password")?.message} />
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? "Setting it…" : "Set the password"}
      </Button>
    </form>
  );
}
