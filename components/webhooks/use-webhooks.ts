"use client";

import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { DeliveryLine, WebhookInput, WebhookLine, WebhookSecret } from "@/lib/core/webhooks/webhook";
import { DeskApi } from "@/lib/client/api";
import { useSettingsAction } from "@/components/settings/use-settings-action";

export type WebhookActions = ReturnType<typeof useWebhooks>;

/** A secret that was made stays on the screen until it is closed: it is not shown again. */
export function useWebhooks({ workspace, memberId }: DeskMember) {
  const [api] = useState(() => new DeskApi({ workspace: workspace.slug, memberId }));
  const { act, problem, setProblem } = useSettingsAction();
  const [shown, setShown] = useState<WebhookSecret | null>(null);

  const post = <T>(path: string, body: unknown, version?: number) =>
    api.write<T>(`/webhooks${path}`, { method: "POST", body, ...(version === undefined ? {} : { version }) });

  return {
    problem,
    shown,
    close: () => {
      setShown(null);
    },
    add: async (body: WebhookInput) => {
      const made = await act(post<WebhookSecret>("", body), "Webhook added");
      if (made) setShown(made);
      return made !== null;
    },
    rotate: async ({ id, version }: WebhookLine) => {
      const made = await act(post<WebhookSecret>(`/${id}/rotate`, {}, version), "Secret changed");
      if (made) setShown(made);
    },
    toggle: ({ id, version, disabledAt }: WebhookLine) => {
      const body = { enabled: disabledAt !== null };
      const write = { method: "PATCH", body, version } as const;
      return act(api.write(`/webhooks/${id}`, write), body.enabled ? "Switched on" : "Switched off");
    },
    remove: ({ id }: WebhookLine) =>
      act(api.write(`/webhooks/${id}`, { method: "DELETE", body: undefined }), "Webhook removed"),
    ping: ({ id }: WebhookLine) => act(post(`/${id}/ping`, {}), "A test is on its way"),
    replay: ({ id }: WebhookLine, delivery: DeliveryLine) =>
      act(post(`/${id}/deliveries/${delivery.id}/replay`, {}), "It is sent again"),
    readDeliveries: async ({ id }: WebhookLine) => {
      const answer = await api.read<{ items: readonly DeliveryLine[] }>(`/webhooks/${id}/deliveries`);
      setProblem(answer.ok ? null : answer.problem);
      return answer.ok ? answer.value.items : null;
    },
  };
}
