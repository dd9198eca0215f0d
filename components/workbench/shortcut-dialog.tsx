import type { Scale } from "@/lib/core/verdicts/scale";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { VerdictGlyph } from "@/components/verdicts/verdict-glyph";
import { shortcutActions, shortcuts } from "@/lib/client/shortcuts";

/** The table of keys, as a table. */
export function ShortcutDialog({ scale, onClose }: { readonly scale: Scale; readonly onClose: () => void }) {
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
            <Line
              shown="g"
              words="and a letter: d my desk, q queue, n notifications, s sources, r review, p report"
            />
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
      <p className="mt-5 text-xs text-muted">Keys do nothing while you write in a field.</p>
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
