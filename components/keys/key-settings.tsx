"use client";

import type { DeskMember } from "@/lib/core/claims/workbench";
import { chordKey, keysOf, noOwnKeys } from "@/lib/core/keys/shortcut";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { KeyLine } from "./key-line";
import { keyNames, keyWords, type KeyKind } from "./key-names";
import { useKeyChoice, type KeyChoice } from "./use-key-choice";
import type { KeptKeys } from "./use-own-keys";

type KeySettingsProps = { readonly member: DeskMember; readonly kept: KeptKeys };

/** The keys of the workbench, each of which the reader can change for themselves. */
export function KeySettings({ member, kept }: KeySettingsProps) {
  const choice = useKeyChoice(member, kept);
  const { own, trouble, save } = choice;
  const isChanged = Object.keys(own.actions).length + Object.keys(own.rooms).length > 0;
  return (
    <div className="mt-8 flex flex-col gap-10">
      <p className="max-w-prose text-sm text-muted">
        These are your keys at this desk; nobody else’s change. Verdicts have the digits of the desk’s scale,
        and Ctrl-K or ⌘K finds everything by its name. Keys do nothing while you write in a field.
      </p>
      {trouble === null ? null : (
        // It stays in sight, however far down the key is that was tried.
        <div className="sticky top-3 z-10">
          <Banner look="error" title="The key was not changed">
            {trouble}
          </Banner>
        </div>
      )}
      <KeySection kind="actions" choice={choice} heading="Working" />
      <KeySection kind="rooms" choice={choice} heading={`Rooms: ${chordKey}, then a letter`} />
      {isChanged ? (
        <Button className="self-start" onClick={() => void save(noOwnKeys, "All keys are as they came")}>
          Reset all keys
        </Button>
      ) : null}
    </div>
  );
}

type SectionProps = { readonly kind: KeyKind; readonly heading: string; readonly choice: KeyChoice };

function KeySection({ heading, kind, choice }: SectionProps) {
  const { own, recording, offer, record } = choice;
  const keys: Readonly<Record<string, string | null>> = keysOf(own)[kind];
  return (
    <section aria-labelledby={`${kind}-keys`}>
      <h2 id={`${kind}-keys`} className="border-b border-ink pb-2 text-base font-semibold">
        {heading}
      </h2>
      <ul className="mt-3 divide-y divide-hairline">
        {keyNames[kind].map((name) => (
          <KeyLine
            key={name}
            words={keyWords[kind][name] ?? name}
            before={kind === "rooms" ? chordKey : null}
            pressed={keys[name] ?? null}
            isOwn={Object.hasOwn(own[kind], name)}
            isRecording={recording === `${kind} ${name}`}
            offer={offer?.kind === kind && offer.name === name ? offer : null}
            onRecord={(isOn) => record(isOn ? `${kind} ${name}` : null)}
            onKey={(key) => choice.choose(kind, name, key)}
            onRefuse={choice.refuse}
            onReset={() => choice.reset(kind, name)}
            onSwap={choice.swap}
            onLeave={choice.leave}
          />
        ))}
      </ul>
    </section>
  );
}
