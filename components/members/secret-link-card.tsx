"use client";

import { useEffect, useRef, useState } from "react";
import type { SecretLink } from "@/lib/core/members/member";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { inputClass } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";

type SecretLinkCardProps = {
  readonly for: string;
  readonly kind: "invitation" | "password";
  readonly made: SecretLink;
  readonly onClose: () => void;
};

/** A link that is shown this one time: whoever has it can use it, so it goes to one person. */
export function SecretLinkCard({ for: person, kind, made, onClose }: SecretLinkCardProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => field.current?.select(), []);
  if (made.link === null) {
    return (
      <Banner
        look="attention"
        title="The link was made, but its answer got lost on the way"
        actions={<Button onClick={onClose}>Close</Button>}
      >
        It cannot be shown again. Make a new one: it takes the place of the first.
      </Banner>
    );
  }
  const { link } = made;
  return (
    <Banner
      look="info"
      title={kind === "invitation" ? `The invitation of ${person}` : `A new password for ${person}`}
      actions={
        <>
          <Button
            look="primary"
            onClick={() => {
              void navigator.clipboard.writeText(link).then(() => {
                setCopied(true);
              });
            }}
          >
            {copied ? "Copied" : "Copy the link"}
          </Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <p>
        Send this link to {person}, and to nobody else. It works once, until <Moment at={made.expiresAt} />,
        and is shown only now.
      </p>
      <input
        ref={field}
        readOnly
        aria-label="The link"
        value={link}
        className={`${inputClass} mt-2 font-mono text-xs`}
      />
    </Banner>
  );
}
