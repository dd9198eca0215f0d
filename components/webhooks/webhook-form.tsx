"use client";

import { useState } from "react";
import { eventPayloads, type EventType } from "@/lib/core/events/event";
import type { WebhookInput } from "@/lib/core/webhooks/webhook";
import { eventName } from "@/components/history/event-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

const types = Object.keys(eventPayloads) as readonly EventType[];
const usual: readonly EventType[] = [
  "article.imported",
  "claim.ruled",
  "report.published",
  "report.corrected",
];

type WebhookFormProps = {
  /** Answers whether it was added. */
  readonly onAdd: (input: WebhookInput) => Promise<boolean>;
};

/** Where to, and of what. */
export function WebhookForm({ onAdd }: WebhookFormProps) {
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState<ReadonlySet<EventType>>(new Set(usual));
  const [busy, setBusy] = useState(false);
  async function send() {
    if (busy) return;
    setBusy(true);
    if (await onAdd({ url, events: [...events] })) setUrl("");
    setBusy(false);
  }
  const toggle = (type: EventType) => {
    setEvents(
      (before) => new Set(before.has(type) ? [...before].filter((one) => one !== type) : [...before, type]),
    );
  };
  return (
    <form
      className="mt-4 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label="Address"
        type="url"
        required
        autoComplete="off"
        value={url}
        hint="Such as https://news.example.org/hooks/desk"
        onChange={(event) => {
          setUrl(event.target.value);
        }}
      />
      <fieldset>
        <legend className="text-sm font-medium">It is told of</legend>
        <ul className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {types.map((type) => (
            <li key={type}>
              <label className="flex min-h-6 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  checked={events.has(type)}
                  onChange={() => {
                    toggle(type);
                  }}
                />
                {eventName(type)}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Button type="submit" look="primary" disabled={busy || events.size === 0} className="self-start">
        {busy ? "Adding…" : "Add webhook"}
      </Button>
    </form>
  );
}
