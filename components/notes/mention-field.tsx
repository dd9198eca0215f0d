"use client";

import { useId, type ComponentProps } from "react";
import type { Colleague } from "@/lib/core/claims/workbench";
import { mentionName } from "@/lib/core/notes/handles";
import { classNames } from "@/components/ui/class-names";
import { TextArea } from "@/components/ui/field";
import { useMentions } from "./use-mentions";

type MentionFieldProps = Omit<ComponentProps<typeof TextArea>, "value" | "onChange"> & {
  readonly value: string;
  readonly onText: (text: string) => void;
};

/** A text field that offers the desk's members after "@"; chosen by arrows and Enter, or by a click. */
export function MentionField({ value, onText, ...rest }: MentionFieldProps) {
  const listId = useId();
  const { field, offered, marked, choose, onCaret, onKeyDown, onTyped, onLeave } = useMentions(value, onText);
  return (
    <div className="relative">
      <TextArea
        {...rest}
        ref={field}
        value={value}
        aria-autocomplete="list"
        aria-controls={marked ? listId : undefined}
        aria-activedescendant={marked ? `${listId}-${marked.memberId}` : undefined}
        onChange={(event) => {
          onText(event.target.value);
          onTyped();
        }}
        onSelect={onCaret}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      {marked ? <Offer id={listId} offered={offered} marked={marked} onChoose={choose} /> : null}
    </div>
  );
}

type OfferProps = {
  readonly id: string;
  readonly offered: readonly Colleague[];
  readonly marked: Colleague;
  readonly onChoose: (person: Colleague) => void;
};

function Offer({ id, offered, marked, onChoose }: OfferProps) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label="Members"
      className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded-md border border-control bg-paper py-1 text-sm"
    >
      {offered.map((person) => (
        <li
          key={person.memberId}
          id={`${id}-${person.memberId}`}
          role="option"
          aria-selected={person === marked}
          className={classNames("cursor-default px-3 py-1.5", person === marked && "bg-ink text-paper")}
          onMouseDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
            onChoose(person);
          }}
        >
          {mentionName(person)}
        </li>
      ))}
    </ul>
  );
}
