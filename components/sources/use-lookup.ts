"use client";

import { useEffect, useRef, useState } from "react";
import { readReference, type Lookup, type Publication } from "@/lib/core/sources/publication";
import { problemWords } from "@/lib/client/problem";
import { lookUp } from "@/lib/client/source-requests";
import { useDesk } from "@/components/workbench/desk-context";

export type LookupState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly step: Lookup["step"] }
  | { readonly kind: "found"; readonly lookup: Lookup }
  | { readonly kind: "failed"; readonly words: string };

const idle: LookupState = { kind: "idle" };

/**
 * Finds out what a typed or pasted address or DOI is. The newest one counts; `onFound` is told what was found, so that
 * it can be filled in where nothing has been typed.
 */
export function useLookup(onFound: (found: Publication) => void) {
  const { store } = useDesk();
  const [state, setState] = useState<LookupState>(idle);
  const running = useRef<{ readonly reference: string; readonly abort: AbortController } | null>(null);

  useEffect(() => () => running.current?.abort.abort(), []);

  async function begin(text: string) {
    const reference = text.trim();
    if (running.current?.reference === reference || !readReference(reference)) return;
    running.current?.abort.abort();
    const abort = new AbortController();
    running.current = { reference, abort };
    setState({ kind: "running", step: "waiting" });
    const answer = await lookUp(
      store.api,
      reference,
      (step) => {
        if (!abort.signal.aborted) setState({ kind: "running", step });
      },
      abort.signal,
    );
    if (abort.signal.aborted) return;
    setState(outcomeOf(answer));
    if (answer.ok && answer.value.found) onFound(answer.value.found);
    // What failed may be asked for again.
    else running.current = null;
  }

  return { state, begin: (text: string) => void begin(text) };
}

function outcomeOf(answer: Awaited<ReturnType<typeof lookUp>>): LookupState {
  if (!answer.ok) return { kind: "failed", words: problemWords(answer.problem) };
  const { found, problem } = answer.value;
  return found
    ? { kind: "found", lookup: answer.value }
    : { kind: "failed", words: problem ?? "Nothing was found there." };
}
