import { Kbd } from "@/components/ui/kbd";
import { Skeleton } from "@/components/ui/skeleton";
import { useShortcuts } from "@/components/keys/keys-context";
import type { Layout } from "./use-view";

type SwitchProps = { readonly layout: Layout; readonly onSwitch: () => void };

/** From the article to the table and back. */
export function LayoutSwitch({ layout, onSwitch }: SwitchProps) {
  const { table } = useShortcuts();
  return (
    <button
      type="button"
      onClick={onSwitch}
      aria-pressed={layout === "table"}
      aria-keyshortcuts={table.key}
      className="hidden items-center gap-1.5 rounded-md px-1.5 text-sm leading-7 text-muted hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink sm:inline-flex"
    >
      Table <Kbd>{table.shown}</Kbd>
    </button>
  );
}

export function TableSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3 px-4 py-14">
      {Array.from({ length: 16 }, (_, row) => (
        <Skeleton key={row} className="h-5" />
      ))}
    </div>
  );
}
