export type PageAction = { readonly words: string; readonly press: () => void };

const most = 30;

/**
 * The buttons that the page shows, by the names that they have for screen readers, in the order of the page. What several
 * buttons are called is left out: it would not say which one is meant.
 */
export function pageActions(page: Document): readonly PageAction[] {
  const buttons = [...page.querySelectorAll<HTMLButtonElement>("main button:enabled")].filter(
    (button) => button.role !== "tab" && button.checkVisibility(),
  );
  const named = buttons.map((button) => ({ button, words: nameOf(button) }));
  const often = new Map<string, number>();
  for (const { words } of named) often.set(words, (often.get(words) ?? 0) + 1);
  return named
    .filter(({ words }) => words !== "" && often.get(words) === 1)
    .slice(0, most)
    .map(({ button, words }) => ({
      words,
      press: () => {
        button.focus();
        button.click();
      },
    }));
}

function nameOf(button: HTMLButtonElement): string {
  const label = button.getAttribute("aria-label");
  if (label !== null) return label.trim();
  const copy = button.cloneNode(true) as HTMLButtonElement;
  // Keys and glyphs, which are no part of the name.
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}
