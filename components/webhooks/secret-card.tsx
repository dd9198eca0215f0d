"use client";

import { useEffect, useRef } from "react";
import type { WebhookSecret } from "@/lib/core/webhooks/webhook";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { inputClass } from "@/components/ui/field";

type SecretCardProps = { readonly made: WebhookSecret; readonly onClose: () => void };

/** A secret that is shown this one time. */
export function SecretCard({ made: { secret }, onClose }: SecretCardProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  if (secret === null) {
    return (
      <Banner
        look="attention"
        title="The secret was made, but its answer got lost on the way"
        actions={<Button onClick={onClose}>Close</Button>}
      >
        It cannot be shown again. Change the secret of the webhook once more.
      </Banner>
    );
  }
  return (
    <Banner look="info" title="The webhook’s secret" actions={<Button onClick={onClose}>Close</Button>}>
      <p>The receiver checks with it that a message is from this desk. It is shown only now.</p>
      <input
        ref={field}
        readOnly
        aria-label="The secret"
        value={secret}
        className={`${inputClass} mt-2 font-mono text-xs`}
      />
    </Banner>
  );
}
