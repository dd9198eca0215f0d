"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { OwnKeys } from "@/lib/core/keys/shortcut";
import { DeskApi } from "@/lib/client/api";
import { problemWords } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";

export type KeptKeys = { readonly keys: OwnKeys; readonly version: number };

/** The reader's own keys, saved as they are changed; another tab's newer ones take their place before anything is written. */
export function useOwnKeys({ workspace, memberId }: DeskMember, start: KeptKeys) {
  const [api] = useState(() => new DeskApi({ workspace: workspace.slug, memberId }));
  const [kept, setKept] = useState(start);
  const [trouble, setTrouble] = useState<string | null>(null);
  const busy = useRef(false);
  const router = useRouter();

  async function save(keys: OwnKeys, done: string): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    const write = { method: "PUT", body: keys, version: kept.version } as const;
    const answer = await api.write<KeptKeys>("/keys", write);
    busy.current = false;
    if (answer.ok) {
      setKept(answer.value);
      setTrouble(null);
      toast(done);
      // Every control of the desk shows the new key.
      router.refresh();
      return;
    }
    setTrouble(problemWords(answer.problem));
    if (answer.problem.status !== 412) return;
    const now = await api.read<KeptKeys>("/keys");
    if (now.ok) setKept(now.value);
    setTrouble("Your keys were changed in another tab meanwhile: here they are. Choose again.");
  }
  return { keys: kept.keys, trouble, setTrouble, save };
}
