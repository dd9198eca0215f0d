"use client";

import type { DeskMember } from "@/lib/core/claims/workbench";
import type { WebhookLine } from "@/lib/core/webhooks/webhook";
import { problemWords } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { SecretCard } from "./secret-card";
import { useWebhooks } from "./use-webhooks";
import { WebhookEntry } from "./webhook-entry";
import { WebhookForm } from "./webhook-form";

type WebhookSettingsProps = { readonly member: DeskMember; readonly webhooks: readonly WebhookLine[] };

/** Addresses that are told of what happens at the desk: added, tested, switched off, looked into. */
export function WebhookSettings({ member, webhooks }: WebhookSettingsProps) {
  const actions = useWebhooks(member);
  return (
    <div className="mt-8 flex flex-col gap-12">
      {actions.problem ? (
        <Banner look="error" title="That was not done">
          {problemWords(actions.problem)}
        </Banner>
      ) : null}
      {actions.shown ? <SecretCard made={actions.shown} onClose={actions.close} /> : null}
      <section aria-labelledby="webhooks">
        <h2 id="webhooks" className="border-b border-ink pb-2 text-base font-semibold">
          {webhooks.length} {webhooks.length === 1 ? "webhook" : "webhooks"}
        </h2>
        {webhooks.length === 0 ? (
          <p className="mt-3 text-sm text-muted">No other program is told of what happens here.</p>
        ) : (
          <ul className="divide-y divide-hairline">
            {webhooks.map((webhook) => (
              <WebhookEntry key={webhook.id} webhook={webhook} actions={actions} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="add-webhook">
        <h2 id="add-webhook" className="border-b border-ink pb-2 text-base font-semibold">
          Add a webhook
        </h2>
        <p className="mt-3 max-w-2xl text-sm text-muted">
          Events are sent as JSON by POST, signed as Standard Webhooks describes, to public addresses only.
          They name what happened and carry no words of annotations. What a blind policy still hides is not
          sent.
        </p>
        <WebhookForm onAdd={actions.add} />
      </section>
    </div>
  );
}
