"use client";

import { useState } from "react";
import { keepText, keptText } from "@/lib/client/kept-text";
import { useDesk } from "@/components/workbench/desk-context";

/**
 * What is typed into a form of this claim, kept for this visit through a reload, other claims and a colleague's newer
 * version; an empty text is forgotten. `field` names the form and the field.
 */
export function useKeptText(claimId: string, field: string): [string, (text: string) => void] {
  const { member } = useDesk();
  const place = `review ${member.workspace.slug} ${member.memberId} ${claimId} ${field}`;
  const [text, setText] = useState(() => keptText(place));
  const change = (next: string) => {
    setText(next);
    keepText(place, next);
  };
  return [text, change];
}
