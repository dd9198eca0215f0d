import Link from "next/link";
import type { Scale } from "@/lib/core/verdicts/scale";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { VerdictGlyph } from "@/components/verdicts/verdict-glyph";
import { chordKey, roomNames, roomWords, shortcutActions, shownKey } from "@/lib/core/keys/shortcut";
import { usePersonKeys, useShortcuts } from "@/components/keys/keys-context";
import { useDesk } from "./desk-context";

/** The table of keys, as a table. */
export function ShortcutDialog({ scale, onClose }: { readonly scale: Scale; readonly onClose: () => void }) {
  const shortcuts = useShortcuts();
  const { rooms } = usePersonKeys();
  const { workspace } = useDesk().member;
  return (
    <Dialog title="Keys" width="wide" onClose={onClose}>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <section>
          <h3 className="mb-2 text-xs font-semibold text-muted">Working</h3>
          <dl className="flex flex-col gap-1.5">
            {shortcutActions.map((action) => (
              <Line key={action} shown={shortcuts[action].shown} words={shortcuts[action].words} />
            ))}
            <Line shown="⌃K" words="Everything by its name (⌘K on a Mac)" />
            <Line shown="⇧1–9" words="Verdict, submitted at once, and on to the next" />
            <Line shown="Esc" words="Leave a field, close a dialog" />
          </dl>
        </section>
        <section>
          <h3 className="mb-2 text-xs font-semibold text-muted">
            Verdicts: saved as soon as the key is pressed
          </h3>
          <dl className="flex flex-col gap-1.5">
            {scale.options.map((option) => (
              <div key={option.key} className="flex gap-3">
                <dt className="w-10 shrink-0">
                  <Kbd className="inline-block">{option.shortcut}</Kbd>
                  <span className="sr-only">{option.shortcut}</span>
                </dt>
                <dd data-tone={option.tone}>
                  <VerdictGlyph glyph={option.glyph} className="me-1.5 size-3.5 align-[-0.15em] text-tone" />
                  {option.label}
                  <span className="block text-xs text-muted">{option.description}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <h3 className="mt-6 mb-2 text-xs font-semibold text-muted">Rooms: {chordKey}, then a letter</h3>
      <dl className="grid gap-x-10 gap-y-1.5 sm:grid-cols-2">
        {roomNames.map((name) => (
          <Line key={name} shown={`${chordKey} ${shownKey(rooms[name])}`} words={roomWords[name]} />
        ))}
      </dl>
      <p className="mt-5 text-xs text-muted">
        Keys do nothing while you write in a field.{" "}
        <Link
          href={`/w/${workspace.slug}/settings/keys`}
          className="text-accent underline underline-offset-2"
        >
          Change your keys
        </Link>
      </p>
    </Dialog>
  );
}

function Line({ shown, words }: { readonly shown: string; readonly words: string }) {
  return (
    <div className="flex gap-3">
      <dt className="w-10 shrink-0">
        <Kbd className="inline-block">{shown}</Kbd>
        <span className="sr-only">{shown}</span>
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
