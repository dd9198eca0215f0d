"use client";

import { useEffect, useRef, useState } from "react";
import type { MadeToken } from "@/lib/core/tokens/token";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { inputClass } from "@/components/ui/field";

type TokenCardProps = { readonly name: string; readonly made: MadeToken; readonly onClose: () => void };

/** A token that is shown this one time. */
export function TokenCard({ name, made: { token }, onClose }: TokenCardProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => field.current?.select(), []);
  if (token === null) {
    return (
      <Banner
        look="attention"
        title="The token was made, but its answer got lost on the way"
        actions={<Button onClick={onClose}>Close</Button>}
      >
        It cannot be shown again. Revoke it, and make a new one.
      </Banner>
    );
  }
  return (
    <Banner
      look="info"
      title={`The token for ${name}`}
      actions={
        <>
          <Button
            look="primary"
            onClick={() => {
              void navigator.clipboard.writeText(token).then(() => {
                setCopied(true);
              });
            }}
          >
            {copied ? "Copied" : "Copy the token"}
          </Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <p>Put it where the program finds it and nobody else does. It is shown only now.</p>
      <input
        ref={field}
        readOnly
        aria-label="The token"
        value={token}
        className={`${inputClass} mt-2 font-mono text-xs`}
      />
    </Banner>
  );
}
