"use client";

import { useState } from "react";
import type { FoundArticle } from "@/lib/core/articles/found-article";
import type { Answer, DeskApi } from "@/lib/client/api";
import { readAddress, readFile } from "@/lib/client/import-requests";
import type { Problem } from "@/lib/client/problem";
import { announce } from "@/components/ui/announcer";
import type { ImportDraft } from "./use-import-draft";

/** What was read last: kept as long as this page is open, so that it can be read again in another encoding. */
type Read = { readonly from: string; readonly file: File | null; readonly found: FoundArticle };

/** Reads a file or a page into the draft, where a person looks at it before anything is saved. */
export function useReading(api: DeskApi, change: (part: Partial<ImportDraft>) => void) {
  const [busy, setBusy] = useState<string | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [refused, setRefused] = useState<{ readonly file: File | null; readonly problem: Problem } | null>(
    null,
  );

  async function take(from: string, file: File | null, asking: Promise<Answer<FoundArticle>>) {
    setBusy(from);
    setRefused(null);
    const answer = await asking;
    setBusy(null);
    if (!answer.ok) {
      setRefused({ file, problem: answer.problem });
      return;
    }
    setRead({ from, file, found: answer.value });
    change(toDraft(answer.value));
    announce(`${from} was read. Look at what was found before you bring it in.`);
  }

  const fromFile = (file: File, encoding: string | null = null) => {
    void take(file.name, file, readFile(api, file, encoding));
  };
  const fromAddress = (url: string) => {
    void take(url, null, readAddress(api, url));
  };
  const again = (encoding: string) => {
    const file = refused?.file ?? read?.file;
    if (file) fromFile(file, encoding);
  };
  return { busy, read, refused, fromFile, fromAddress, again };
}

export type Reading = ReturnType<typeof useReading>;

/** What was not found is left empty rather than as it was: it would be another article's. */
function toDraft(found: FoundArticle): Partial<ImportDraft> {
  return {
    title: found.title ?? "",
    text: found.text,
    byline: found.byline ?? "",
    publisher: found.publisher ?? "",
    url: found.url ?? "",
    publishedAt: found.publishedAt?.slice(0, 10) ?? "",
    language: found.language ?? "",
  };
}
