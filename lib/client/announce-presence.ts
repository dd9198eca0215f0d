import { Announcer } from "./announcer";
import { isPassing } from "./save-item";
import type { WorkbenchStore } from "./workbench-store";

/** Tells colleagues where in an article the reader is, as long as its page is open and in sight. @returns the end of it */
export function announcePresence(store: WorkbenchStore, articleId: string): () => void {
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
