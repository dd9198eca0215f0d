"use client";

import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "./class-names";

export type Tab<K extends string> = {
  readonly key: K;
  readonly label: ReactNode;
  readonly panel: () => ReactNode;
};

type TabsProps<K extends string> = {
  readonly label: string;
  readonly id: string;
  readonly tabs: readonly Tab<K>[];
  readonly selected: K;
  readonly onSelect: (key: K) => void;
};

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** The ARIA tabs pattern with automatic activation. Only the selected panel is in the document. */
export function Tabs<K extends string>({ label, id, tabs, selected, onSelect }: TabsProps<K>) {
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find((tab) => tab.key === selected) ?? tabs[0];
  function onKeyDown(event: KeyboardEvent) {
    const to = moves[event.key]?.(
      tabs.findIndex((tab) => tab.key === current?.key),
      tabs.length,
    );
    const target = to === undefined ? undefined : tabs[to];
    if (to === undefined || !target) return;
    event.preventDefault();
    onSelect(target.key);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[to]?.focus();
  }
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex shrink-0 gap-5 overflow-x-auto border-b border-hairline px-5"
      >
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-tab-${tab.key}`}
            aria-selected={tab.key === current?.key}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current?.key ? 0 : -1}
            onClick={() => {
              onSelect(tab.key);
            }}
            className={classNames(
              "-mb-px border-b-2 py-2.5 text-sm whitespace-nowrap",
              tab.key === current?.key
                ? "border-accent font-semibold text-ink"
                : "border-transparent text-muted hover:text-ink",
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${current?.key ?? ""}`}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {current?.panel()}
      </div>
    </>
  );
}
