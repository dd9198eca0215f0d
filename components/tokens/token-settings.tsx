"use client";

import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { MadeToken, TokenInput, TokenLine } from "@/lib/core/tokens/token";
import { DeskApi } from "@/lib/client/api";
import { problemWords } from "@/lib/client/problem";
import { SignInAgain } from "@/components/settings/sign-in-again";
import { useSettingsAction } from "@/components/settings/use-settings-action";
import { Banner } from "@/components/ui/banner";
import { TokenCard } from "./token-card";
import { TokenForm } from "./token-form";
import { TokenList } from "./token-list";

type TokenSettingsProps = { readonly member: DeskMember; readonly tokens: readonly TokenLine[] };

type ShownToken = { readonly name: string; readonly made: MadeToken };

/** A token that was made stays on the screen until it is closed: it is not shown again. */
function useTokenActions({ workspace, memberId }: DeskMember) {
  const [api] = useState(() => new DeskApi({ workspace: workspace.slug, memberId }));
  const { act, problem } = useSettingsAction();
  const [shown, setShown] = useState<ShownToken | null>(null);

  return {
    problem,
    shown,
    close: () => {
      setShown(null);
    },
    make: async (body: TokenInput) => {
      const made = await act(api.write<MadeToken>("/tokens", { method: "POST", body }), "Token made");
      if (made) setShown({ name: body.name, made });
      return made !== null;
    },
    revoke: ({ id, name }: TokenLine) =>
      act(api.write(`/tokens/${id}`, { method: "DELETE", body: undefined }), `Token ${name} revoked`),
  };
}

/** Tokens with which programs act for members of the desk: made, listed, revoked. */
export function TokenSettings({ member, tokens }: TokenSettingsProps) {
  const actions = useTokenActions(member);
  return (
    <div className="mt-8 flex flex-col gap-12">
      {actions.problem ? (
        <Banner
          look="error"
          title="That was not done"
          actions={actions.problem.code === "forbidden" ? <SignInAgain /> : null}
        >
          {problemWords(actions.problem)}
        </Banner>
      ) : null}
      {actions.shown ? <TokenCard {...actions.shown} onClose={actions.close} /> : null}
      <TokenList self={member.memberId} tokens={tokens} onRevoke={actions.revoke} />
      <section aria-labelledby="make-token">
        <h2 id="make-token" className="border-b border-ink pb-2 text-base font-semibold">
          Make a token
        </h2>
        <p className="mt-3 max-w-2xl text-sm text-muted">
          A program that sends it acts as you, at this desk alone, and never may more than you may. It is
          shown once and kept as a hash: when you lose it, revoke it and make another.
        </p>
        <TokenForm onMake={actions.make} />
      </section>
    </div>
  );
}
