"use client";

import { useRef, useState, useSyncExternalStore } from "react";
import type { PolicyKind } from "@/lib/core/review/policy";
import { policyKinds } from "@/lib/core/review/policy";
import { forgetText, keepText, keptText } from "@/lib/client/kept-text";

export type ImportDraft = {
  readonly title: string;
  readonly text: string;
  readonly byline: string;
  readonly publisher: string;
  readonly url: string;
  readonly publishedAt: string;
  readonly language: string;
  readonly policy: PolicyKind;
};

const emptyDraft: ImportDraft = {
  title: "",
  text: "",
  byline: "",
  publisher: "",
  url: "",
  publishedAt: "",
  language: "",
  policy: "single",
};

function parseDraft(kept: string): ImportDraft {
  try {
    const known = JSON.parse(kept) as Readonly<Record<string, unknown>>;
    const text = (name: keyof ImportDraft) => (typeof known[name] === "string" ? known[name] : "");
    return {
      title: text("title"),
      text: text("text"),
      byline: text("byline"),
      publisher: text("publisher"),
      url: text("url"),
      publishedAt: text("publishedAt"),
      language: text("language"),
      policy: policyKinds.find((kind) => kind === known["policy"]) ?? emptyDraft.policy,
    };
  } catch {
    return emptyDraft;
  }
}

const never = () => () => undefined;

/** The form's content, kept in this tab for this person: a failed request, a reload or signing in again loses nothing. */
export function useImportDraft(workspace: string, memberId: string) {
  const place = `import ${workspace} ${memberId}`;
  const kept = useSyncExternalStore(
    never,
    () => keptText(place),
    () => "",
  );
  const [typed, setTyped] = useState<ImportDraft | null>(null);
  const draft = typed ?? parseDraft(kept);
  // One key for one content: sending it twice brings it in once, a corrected text is a new request.
  const key = useRef({ content: "", value: "" });

  function change(part: Partial<ImportDraft>) {
    const next = { ...draft, ...part };
    setTyped(next);
    keepText(place, JSON.stringify(next));
  }
  function keyOf(content: string): string {
    if (key.current.content !== content) key.current = { content, value: crypto.randomUUID() };
    return key.current.value;
  }
  return {
    draft,
    change,
    keyOf,
    forget: () => {
      forgetText(place);
    },
  };
}
