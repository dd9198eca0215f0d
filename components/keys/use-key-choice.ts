"use client";

import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { holderOf, keyTrouble, withKey, withSwap } from "@/lib/core/keys/choose";
import { defaultKeys, keysOf, type OwnKeys } from "@/lib/core/keys/shortcut";
import { keyWords, type KeyKind } from "./key-names";
import { useOwnKeys, type KeptKeys } from "./use-own-keys";

/** A key that something else has: the two can be swapped. */
export type SwapOffer = {
  readonly kind: KeyKind;
  /** What was to have the key. */
  readonly name: string;
  /** What has it. */
  readonly holder: string;
  readonly key: string;
  /** What the holder would get for it. */
  readonly inReturn: string;
  /** All keys as they would be then. */
  readonly swapped: OwnKeys;
};

/** What happens between pressing a new key and its being saved. */
export function useKeyChoice(member: DeskMember, kept: KeptKeys) {
  const { keys: own, trouble, setTrouble, save } = useOwnKeys(member, kept);
  const [recording, record] = useState<string | null>(null);
  const [offer, setOffer] = useState<SwapOffer | null>(null);

  function start(line: string | null) {
    setTrouble(null);
    setOffer(null);
    record(line);
  }

  function choose(kind: KeyKind, name: string, key: string, done: string) {
    start(null);
    const holder = holderOf(keysOf(own), kind, key);
    const why = keyTrouble(key, kind);
    if (why !== null) setTrouble(why);
    else if (holder === null || holder === name) void save(withKey(own, kind, name, key), done);
    else if (!offerSwap(own, { kind, name, holder, key }))
      setTrouble(`This key is taken: “${keyWords[kind][holder] ?? holder}”. Give that another one first.`);
  }

  function offerSwap(keys: OwnKeys, wish: Pick<SwapOffer, "kind" | "name" | "holder" | "key">): boolean {
    const swapped = withSwap(keys, wish.kind, wish.name, wish.key);
    if (swapped === null) return false;
    const after: Readonly<Record<string, string | null>> = keysOf(swapped)[wish.kind];
    setOffer({ ...wish, swapped, inReturn: after[wish.holder] ?? "" });
    return true;
  }

  /** Back to the key that it came with; where something else has that one by now, the two can be swapped. */
  function reset(kind: KeyKind, name: string) {
    const defaults: Readonly<Record<string, string | null>> = defaultKeys[kind];
    choose(kind, name, defaults[name] ?? "", "Back to the key that it came with");
  }

  function swap() {
    if (offer === null) return;
    setOffer(null);
    void save(offer.swapped, "Keys swapped");
  }

  return {
    own,
    trouble,
    offer,
    recording,
    record: start,
    refuse: setTrouble,
    choose: (kind: KeyKind, name: string, key: string) => {
      // The key that it has already: nothing to be done.
      if (holderOf(keysOf(own), kind, key) === name) start(null);
      else choose(kind, name, key, "Key changed");
    },
    reset,
    swap,
    leave: () => setOffer(null),
    save,
  };
}

export type KeyChoice = ReturnType<typeof useKeyChoice>;
