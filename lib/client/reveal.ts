/** Rows that come into the window are measured in the next pictures, and move what is below them. */
const settlingFrames = 8;

/**
 * Brings an element onto the screen: softly from nearby, at once from afar, and keeps it there while the rows around it
 * find their heights. @returns the end of it, for when something else is to be shown.
 */
export function reveal(id: string): () => void {
  const element = document.getElementById(id);
  if (!element) return () => undefined;
  const { top, bottom } = element.getBoundingClientRect();
  const isFar = bottom < -window.innerHeight || top > 2 * window.innerHeight;
  if (!isFar) {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "nearest", behavior: still ? "instant" : "smooth" });
    return () => undefined;
  }
  element.scrollIntoView({ block: "center", behavior: "instant" });
  return forFrames(settlingFrames, () => {
    document.getElementById(id)?.scrollIntoView({ block: "nearest", behavior: "instant" });
    return false;
  });
}

/**
 * Gives an element the focus as soon as it is there and can be seen: a row that comes into the page is hidden until it
 * has been measured.
 */
export function focusWhenShown(id: string): void {
  const focus = () => {
    const element = document.getElementById(id);
    element?.focus({ preventScroll: true });
    return element !== null && document.activeElement === element;
  };
  if (!focus()) forFrames(settlingFrames, focus);
}

const patienceMs = 5_000;

/**
 * Gives a field the focus once it is there and shown: the panel around it may still have to be fetched. What is typed
 * meanwhile is meant for the field and comes into it. Whoever has gone elsewhere stays there, and what they had typed is
 * given to `leftBehind`.
 */
export function focusWhenThere(id: string, leftBehind: (typed: string) => void): void {
  const before = around(document.activeElement);
  const typed = holdTyping();
  const giveUp = () => {
    const text = typed.release();
    if (text !== "") leftBehind(text);
  };
  const isElsewhere = (element: HTMLElement | null) => {
    const { activeElement: active } = document;
    // Where what had the focus is taken away, what was around it has got it. A dialog that opens with the field in it
    // takes the focus for itself first.
    return active !== null && !before.includes(active) && !element?.closest("dialog")?.contains(active);
  };
  const isOver = () => {
    const element = document.getElementById(id);
    if (isElsewhere(element)) {
      giveUp();
      return true;
    }
    element?.focus();
    if (element === null || document.activeElement !== element) return false;
    insert(element, typed.release());
    return true;
  };
  requestAnimationFrame(() => {
    if (isOver()) return;
    const observer = new MutationObserver(() => {
      if (isOver()) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    setTimeout(() => {
      observer.disconnect();
      giveUp();
    }, patienceMs);
  });
}

/** An element and all that is around it. */
function around(element: Element | null): readonly Element[] {
  return element ? [element, ...around(element.parentElement)] : [document.body];
}

/** Keeps what is typed from being taken for commands. @returns the end of it, which gives what was typed. */
function holdTyping(): { readonly release: () => string } {
  let held = "";
  const hold = (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    held += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", hold, { capture: true });
  return {
    release: () => {
      window.removeEventListener("keydown", hold, { capture: true });
      const all = held;
      held = "";
      return all;
    },
  };
}

function insert(element: HTMLElement, text: string): void {
  const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  if (!isField || text === "") return;
  const end = element.value.length;
  element.setRangeText(text, end, end, "end");
  element.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Calls once a picture until it is done, so many times at most. @returns the end. */
function forFrames(frames: number, call: () => boolean): () => void {
  let left = frames;
  let frame = requestAnimationFrame(function next() {
    left -= 1;
    if (!call() && left > 0) frame = requestAnimationFrame(next);
  });
  return () => {
    cancelAnimationFrame(frame);
  };
}
