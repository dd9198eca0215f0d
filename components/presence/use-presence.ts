"use client";

import { useEffect, useState } from "react";
import { Announcer } from "@/lib/client/announcer";
import { isPassing } from "@/lib/client/save-item";
import { PeopleHere } from "@/lib/client/people-here";
import type { WorkbenchStore } from "@/lib/client/workbench-store";

/** Who else is here; and tells them of the reader: on which claim they rest, whether they write, and that they go. */
export function usePresence(store: WorkbenchStore, articleId: string): PeopleHere {
  const [people] = useState(() => new PeopleHere());
  useEffect(() => announce(store, articleId), [store, articleId]);
  return people;
}

function announce(store: WorkbenchStore, articleId: string): () => void {
  const tab = crypto.randomUUID();
  const announcer = new Announcer(async (said) => {
    const answer = await store.api.write<{ readonly told: boolean }>(`/articles/${articleId}/presence`, {
      method: "PUT",
      body: { tab, ...said },
      // The page may be gone before the answer comes.
      keepalive: said.leaving,
    });
    return answer.ok ? answer.value.told : isPassing(answer.problem);
  });
  const follow = () => {
    announcer.moveTo(store.state.selectedId);
  };
  const onInput = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) announcer.type();
  };
  const onVisibility = () => {
    if (document.visibilityState === "hidden") announcer.pause();
    else announcer.start();
  };
  const onHide = () => {
    announcer.leave();
  };
  follow();
  onVisibility();
  const unfollow = store.subscribe(follow);
  document.addEventListener("input", onInput);
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pagehide", onHide);
  return () => {
    unfollow();
    document.removeEventListener("input", onInput);
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("pagehide", onHide);
    announcer.leave();
  };
}
