import type { ClaimSummary } from "@/lib/core/claims/claim";
import { classNames } from "@/components/ui/class-names";
import { claimIn } from "@/lib/client/claim-set";

/** On a small screen the article stays and one of the two others comes over it from below. */
export type Pane = "article" | "list" | "inspector";

const sheet =
  "max-lg:fixed max-lg:inset-x-0 max-lg:bottom-12 max-lg:z-20 max-lg:h-[64dvh] max-lg:rounded-t-xl max-lg:border-t max-lg:border-control";

/** Columns where there is room for them, sheets where there is none. */
export function paneClass(which: "list" | "inspector", shown: Pane): string {
  const hidden = which === shown ? null : which === "list" ? "max-xl:hidden" : "max-lg:hidden";
  return classNames(
    "flex min-h-0 flex-col print:hidden",
    sheet,
    which === "list"
      ? "border-e border-hairline bg-paper max-xl:z-20 lg:max-xl:fixed lg:max-xl:top-12 lg:max-xl:bottom-0 lg:max-xl:start-0 lg:max-xl:w-80"
      : "border-s border-hairline bg-panel",
    hidden,
  );
}

type PaneBarProps = {
  readonly pane: Pane;
  readonly onChoose: (pane: Pane) => void;
  readonly claims: readonly ClaimSummary[];
  readonly selectedId: string | null;
  readonly onGoOn: () => void;
};

/** At the thumb: what lies over the article, and the next claim. */
export function PaneBar({ pane, onChoose, claims, selectedId, onGoOn }: PaneBarProps) {
  const ordinal = claimIn(claims, selectedId)?.ordinal;
  const items: readonly { readonly pane: Pane; readonly words: string }[] = [
    { pane: "list", words: `Claims ${claims.length}` },
    { pane: "article", words: "Article" },
    { pane: "inspector", words: ordinal === undefined ? "Inspector" : `Claim ${ordinal}` },
  ];
  return (
    <nav
      aria-label="Parts of the workbench"
      className={classNames(
        "z-30 flex h-12 shrink-0 items-stretch border-t border-hairline bg-paper xl:hidden print:hidden",
        "lg:fixed lg:start-4 lg:bottom-4 lg:h-9 lg:overflow-hidden lg:rounded-full lg:border lg:border-control",
      )}
    >
      {items.map((item) => (
        <button
          key={item.pane}
          type="button"
          aria-pressed={item.pane === pane}
          onClick={() => {
            onChoose(item.pane === pane ? "article" : item.pane);
          }}
          className={classNames(
            "flex-1 px-3 text-sm -outline-offset-2 lg:px-4",
            item.pane === pane ? "font-semibold text-ink shadow-[inset_0_2px_0_var(--accent)]" : "text-muted",
            item.pane !== "list" && "lg:hidden",
          )}
        >
          {item.words}
        </button>
      ))}
      <button
        type="button"
        aria-label="Next claim"
        onClick={onGoOn}
        className="px-5 text-lg text-accent -outline-offset-2 lg:hidden"
      >
        ↓
      </button>
    </nav>
  );
}
