"use client";

import { useState } from "react";
import { patienceDays, type DeliveryLine, type WebhookLine } from "@/lib/core/webhooks/webhook";
import type { EventType } from "@/lib/core/events/event";
import { eventName } from "@/components/history/event-words";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { DeliveryList } from "./delivery-list";
import type { WebhookActions } from "./use-webhooks";

type WebhookEntryProps = { readonly webhook: WebhookLine; readonly actions: WebhookActions };

/** One webhook: how it stands, what can be done with it, and what was sent. */
export function WebhookEntry({ webhook, actions }: WebhookEntryProps) {
  const [deliveries, setDeliveries] = useState<readonly DeliveryLine[] | null>(null);
  const show = async () => {
    setDeliveries(await actions.readDeliveries(webhook));
  };
  const { url, events, disabledAt } = webhook;
  return (
    <li className="py-4 text-sm">
      <p className="font-mono text-sm wrap-anywhere">{url}</p>
      <p className="mt-1 text-xs text-muted">
        {events.map((type) => eventName(type as EventType)).join(", ")}
      </p>
      <Standing webhook={webhook} />
      <div className="mt-2 flex flex-wrap gap-x-4 gap-y-1" role="group" aria-label={`Webhook ${url}`}>
        {disabledAt === null ? (
          <Button look="plain" onClick={() => void actions.ping(webhook)}>
            Send a test
          </Button>
        ) : null}
        <Button look="plain" onClick={() => void show()}>
          {deliveries === null ? "Deliveries" : "Deliveries: read again"}
        </Button>
        <Button look="plain" onClick={() => void actions.rotate(webhook)}>
          Change the secret
        </Button>
        <Button look="plain" onClick={() => void actions.toggle(webhook)}>
          {disabledAt === null ? "Switch off" : "Switch on"}
        </Button>
        <Button look="plain" onClick={() => void actions.remove(webhook)}>
          Remove
        </Button>
      </div>
      {deliveries === null ? null : (
        <DeliveryList
          deliveries={deliveries}
          onReplay={
            disabledAt === null ? (delivery) => void actions.replay(webhook, delivery).then(show) : null
          }
        />
      )}
    </li>
  );
}

function Standing({ webhook: { disabledAt, failingSince } }: { readonly webhook: WebhookLine }) {
  if (disabledAt !== null) {
    return (
      <p className="mt-1 text-warning">
        Off since <Moment at={disabledAt} />
        {failingSince === null
          ? "."
          : `: nothing had arrived for ${patienceDays} days. Put the receiver right, then switch it on.`}
      </p>
    );
  }
  if (failingSince === null) return null;
  return (
    <p className="mt-1 text-warning">
      Nothing has arrived since <Moment at={failingSince} />. After {patienceDays} days it is switched off.
    </p>
  );
}
