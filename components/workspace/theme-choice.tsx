"use client";

import { useSyncExternalStore } from "react";
import { classNames } from "@/components/ui/class-names";
import { chooseTheme, currentTheme, themes, themeWords } from "@/lib/client/theme";

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    observer.disconnect();
  };
}

export function ThemeChoice() {
  const chosen = useSyncExternalStore(subscribe, currentTheme, () => "system" as const);
  return (
    <fieldset>
      <legend className="text-2xs text-muted">Light or dark</legend>
      <div className="mt-1.5 grid grid-cols-3 overflow-hidden rounded-md border border-control">
        {themes.map((theme) => (
          <label
            key={theme}
            className={classNames(
              "px-2 py-1 text-center text-2xs has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
              theme === chosen && "bg-ink text-paper",
            )}
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              checked={theme === chosen}
              onChange={() => {
                chooseTheme(theme);
              }}
            />
            {themeWords[theme]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
