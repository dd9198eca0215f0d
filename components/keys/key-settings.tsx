"use client";

import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { holderOf, keyTrouble, withKey } from "@/lib/core/keys/choose";
import {
  chordKey,
  keysOf,
  noOwnKeys,
  roomNames,
  roomWords,
  shortcutActions,
  shortcutWords,
  type OwnKeys,
} from "@/lib/core/keys/shortcut";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { KeyLine } from "./key-line";
import { useOwnKeys, type KeptKeys } from "./use-own-keys";

type KeySettingsProps = { readonly member: DeskMember; readonly kept: KeptKeys };

type Kind = keyof OwnKeys;
const words: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  actions: { ...shortcutWords, help: "The list of keys" },
  rooms: roomWords,
};
const names: Readonly<Record<Kind, readonly string[]>> = { actions: shortcutActions, rooms: roomNames };

/** The keys of the workbench, each of which the reader can change for themselves. */
export function KeySettings({ member, kept }: KeySettingsProps) {
  const { keys: own, trouble, setTrouble, save } = useOwnKeys(member, kept);
  const [recording, record] = useState<string | null>(null);
  const isChanged = Object.keys(own.actions).length + Object.keys(own.rooms).length > 0;

  function choose(kind: Kind, name: string, key: string) {
    record(null);
    const holder = holderOf(keysOf(own), kind, key);
    if (holder === name) return;
    const taken =
      holder === null
        ? null
        : `This key is taken: “${words[kind][holder] ?? holder}”. Give that another one first.`;
    const why = keyTrouble(key, kind) ?? taken;
    setTrouble(why);
    if (why === null) void save(withKey(own, kind, name, key), "Key changed");
  }

  const section = (kind: Kind): SectionProps => ({
    kind,
    own,
    recording,
    onRecord: (name) => {
      setTrouble(null);
      record(name);
    },
    onKey: choose,
    onRefuse: setTrouble,
    onReset: (name) => void save(withKey(own, kind, name, null), "Back to the key that it came with"),
  });

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
      <KeySection {...section("actions")} heading="Working" />
      <KeySection {...section("rooms")} heading={`Rooms: ${chordKey}, then a letter`} />
      {isChanged ? (
        <Button className="self-start" onClick={() => void save(noOwnKeys, "All keys are as they came")}>
          Reset all keys
        </Button>
      ) : null}
    </div>
  );
}

type SectionProps = {
  readonly kind: Kind;
  readonly own: OwnKeys;
  /** Kind and name of the line that listens for its new key. */
  readonly recording: string | null;
  readonly onRecord: (line: string | null) => void;
  readonly onKey: (kind: Kind, name: string, key: string) => void;
  readonly onRefuse: (why: string) => void;
  readonly onReset: (name: string) => void;
};

function KeySection({ heading, kind, own, recording, ...on }: SectionProps & { readonly heading: string }) {
  const keys: Readonly<Record<string, string | null>> = keysOf(own)[kind];
  return (
    <section aria-labelledby={`${kind}-keys`}>
      <h2 id={`${kind}-keys`} className="border-b border-ink pb-2 text-base font-semibold">
        {heading}
      </h2>
      <ul className="mt-3 divide-y divide-hairline">
        {names[kind].map((name) => (
          <KeyLine
            key={name}
            words={words[kind][name] ?? name}
            before={kind === "rooms" ? chordKey : null}
            pressed={keys[name] ?? null}
            isOwn={Object.hasOwn(own[kind], name)}
            isRecording={recording === `${kind} ${name}`}
            onRecord={(isOn) => on.onRecord(isOn ? `${kind} ${name}` : null)}
            onKey={(key) => on.onKey(kind, name, key)}
            onRefuse={on.onRefuse}
            onReset={() => on.onReset(name)}
          />
        ))}
      </ul>
    </section>
  );
}
