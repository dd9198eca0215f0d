"use client";

import { useRef, useState, type KeyboardEvent } from "react";
import type { Colleague } from "@/lib/core/claims/workbench";
import { mentionName } from "@/lib/core/notes/handles";
import { completeMention, openMention, suggestFor } from "@/lib/core/notes/mentions";
import { can } from "@/lib/core/permissions/table";
import { useDesk } from "@/components/workbench/desk-context";

const mostShown = 6;

/** Offers members while an "@" is being typed in a text, and puts the chosen name in its place. */
export function useMentions(value: string, onText: (text: string) => void) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const { colleagues, load } = useMentionable();
  const mention = caret === null ? null : openMention(value, caret);
  const fitting = mention ? suggestFor(mention.typed, colleagues).slice(0, mostShown) : [];
  // A name that is written out needs no offer any more.
  const offered = fitting.filter(
    (person) => mentionName(person).toLowerCase() !== mention?.typed.toLowerCase(),
  );
  const marked = offered[Math.min(at, offered.length - 1)];

  function leave() {
    setCaret(null);
    setAt(0);
  }

  function onCaret() {
    const place = field.current?.selectionStart ?? null;
    setCaret(place);
    if (place !== null && openMention(field.current?.value ?? "", place)) load();
  }

  function choose(person: Colleague) {
    if (!mention) return;
    const completed = completeMention(value, mention, mentionName(person));
    onText(completed.body);
    leave();
    field.current?.focus();
    requestAnimationFrame(() => field.current?.setSelectionRange(completed.caret, completed.caret));
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (marked)
      pressed(event, { at, last: offered.length - 1, move: setAt, choose: () => choose(marked), leave });
  };

  return {
    field,
    offered: marked ? offered : [],
    marked,
    choose,
    onCaret,
    onKeyDown,
    onTyped: () => {
      setAt(0);
      onCaret();
    },
    onLeave: leave,
  };
}

type Offer = {
  readonly at: number;
  readonly last: number;
  readonly move: (to: number) => void;
  readonly choose: () => void;
  readonly leave: () => void;
};

/** What a key does while names are offered; every other key goes on into the text. */
function pressed(event: KeyboardEvent, { at, last, move, choose, leave }: Offer): void {
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      move(at >= last ? 0 : at + 1);
    },
    ArrowUp: () => {
      move(at <= 0 ? last : at - 1);
    },
    Enter: choose,
    Tab: choose,
    Escape: leave,
  };
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** Who can be mentioned: everybody else who may read notes. Asked for when the first "@" is typed. */
function useMentionable() {
  const { store, member } = useDesk();
  const [colleagues, setColleagues] = useState<readonly Colleague[]>([]);
  const asked = useRef(false);
  function load() {
    if (asked.current) return;
    asked.current = true;
    void store.api.listColleagues().then((answer) => {
      if (!answer.ok) asked.current = false;
      else setColleagues(answer.value.items);
    });
  }
  const others = colleagues.filter(
    ({ role, memberId }) => can(role, "note.read") && memberId !== member.memberId,
  );
  return { colleagues: others, load };
}
