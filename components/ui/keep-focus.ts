/**
 * Keeps the focus from falling off the page: when what has it is taken away or switched off, the nearest thing around it
 * that is still there gets it, so that Tab goes on from there. That is never a button or a field, which would take the
 * next key for itself. @returns the end of it
 */
export function keepFocus(): () => void {
  let around: readonly HTMLElement[] = [];
  const remember = ({ target }: FocusEvent) => {
    around = target instanceof HTMLElement ? [target, ...ancestorsOf(target)] : [];
  };
  const observer = new MutationObserver(() => {
    const [last, ...others] = around;
    if (!last || document.activeElement !== document.body || isThere(last)) return;
    around = [];
    // Where all of a page was taken away, another one has come: it begins at its top.
    const home = others.find((element) => element.isConnected && !isPage(element));
    if (home) hold(home);
  });
  document.addEventListener("focusin", remember);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["disabled"],
  });
  return () => {
    document.removeEventListener("focusin", remember);
    observer.disconnect();
  };
}

function ancestorsOf(element: HTMLElement): readonly HTMLElement[] {
  const parent = element.parentElement;
  return parent && parent !== document.body ? [parent, ...ancestorsOf(parent)] : [];
}

const isThere = (element: HTMLElement) => element.isConnected && !element.matches(":disabled");
const isPage = (element: HTMLElement) => element.parentElement === document.body || element.id === "content";

function hold(element: HTMLElement): void {
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.style.outline = "none";
  }
  element.focus({ preventScroll: true });
}
