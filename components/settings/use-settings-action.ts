"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Answer } from "@/lib/client/api";
import type { Problem } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";

/** One change on a page of settings: told when it is done, and why when it is not. */
export function useSettingsAction() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const router = useRouter();

  /** @returns the answer's value, or null when it was refused */
  async function act<T>(asked: Promise<Answer<T>>, done: string | ((value: T) => string)): Promise<T | null> {
    const answer = await asked;
    setProblem(answer.ok ? null : answer.problem);
    // A refusal may mean that somebody else was here first: show how things stand now.
    router.refresh();
    if (!answer.ok) return null;
    toast(typeof done === "string" ? done : done(answer.value));
    return answer.value;
  }

  return { act, problem, setProblem };
}
