"use client";

import { useRef, useState, type SubmitEvent } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { loadAnew } from "@/lib/client/load-anew";
import { signInWithPassword, signInWithProvider, type SignInOutcome } from "@/lib/client/sign-in";
import { DemoPeople, type DemoDesk } from "./demo-people";

export type SignInProvider = { readonly id: string; readonly name: string };

type Problem = Exclude<SignInOutcome, "signed_in"> | "elsewhere";

const problems: Record<Problem, { readonly title: string; readonly help: string }> = {
  wrong: {
    title: "That e-mail address and password do not belong together.",
    help: "Check both and try again. Forgotten the password? An owner of your desk can help.",
  },
  too_many: {
    title: "Too many tries.",
    help: "Signing in is paused for a few minutes for this address. Nothing else is affected.",
  },
  unreachable: {
    title: "The server did not answer.",
    help: "You are not signed in. What you typed is still here; try again in a moment.",
  },
  elsewhere: {
    title: "Signing in with the other service did not work.",
    help: "It may have been cancelled, or the address there is not a member of any desk here.",
  },
};

type SignInFormProps = {
  readonly to: string;
  readonly demo: DemoDesk | null;
  readonly providers: readonly SignInProvider[];
  /** Set when a provider sent the reader back without success. */
  readonly cameBack: "failed" | null;
};

export function SignInForm({ to, demo, providers, cameBack }: SignInFormProps) {
  const { problem, busy, password, enter, onSubmit } = useSignIn(to, cameBack ? "elsewhere" : null);
  return (
    <div className="flex flex-col gap-6">
      {problem ? (
        <Banner look="error" title={problems[problem].title}>
          {problems[problem].help}
        </Banner>
      ) : null}
      {demo ? (
        <DemoPeople demo={demo} busy={busy} onChoose={(email) => void enter(email, demo.password)} />
      ) : null}
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus={!demo}
        />
        <TextField
          ref={password}
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button type="submit" look={demo ? "outline" : "primary"} disabled={busy !== null}>
          {busy ? "Signing in…" : "Sign in"}
        </Button>
      </form>
      {providers.length > 0 ? (
        <div className="flex flex-col gap-2 border-t border-hairline pt-5">
          {providers.map(({ id, name }) => (
            <Button key={id} onClick={() => void signInWithProvider(id, to)}>
              Continue with {name}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function useSignIn(to: string, first: Problem | null) {
  const [problem, setProblem] = useState<Problem | null>(first);
  const [busy, setBusy] = useState<string | null>(null);
  const password = useRef<HTMLInputElement>(null);

  async function enter(email: string, secret: string) {
    setBusy(email);
    setProblem(null);
    const outcome = await signInWithPassword(email, secret);
    if (outcome === "signed_in") {
      loadAnew(to);
      return;
    }
    setBusy(null);
    setProblem(outcome);
    password.current?.select();
  }
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    void enter(textOf(data, "email").trim(), textOf(data, "password"));
  }
  return { problem, busy, password, enter, onSubmit };
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}
