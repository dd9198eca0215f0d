import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/keys/keys-context";

type NoteProps = {
  readonly count: number;
  readonly readsAll: boolean;
  readonly onReadAll: (all: boolean) => void;
};

/** Says what a long article does otherwise than a short one, and offers the other way. */
export function LongArticleNote({ count, readsAll, onReadAll }: NoteProps) {
  const { filter } = useShortcuts();
  return (
    <p
      lang="en"
      dir="ltr"
      className="mt-2 flex flex-wrap items-center gap-x-3 font-sans text-xs text-muted rtl:justify-end print:hidden"
    >
      <span>
        {readsAll ? (
          "All of this long article is in the page."
        ) : (
          <>
            A long article: the page holds the part you are at. <Kbd>{filter.shown}</Kbd>
            <span className="sr-only">{filter.shown}</span> or Ctrl-F searches all{" "}
            {count.toLocaleString("en")} claims.
          </>
        )}
      </span>
      <button
        type="button"
        className="text-accent underline underline-offset-2"
        onClick={() => {
          onReadAll(!readsAll);
        }}
      >
        {readsAll ? "Keep only the part I am at" : "Put all of it in the page"}
      </button>
    </p>
  );
}
