import type { Person } from "../annotations/annotation";

type Named = { readonly name: string; readonly email: string };

/**
 * What tells people of one name apart, in the order given: the first part of the e-mail address, or all of it where that
 * is the same too. Null for a name that only one person bears.
 */
export function handlesOf(people: readonly Named[]): readonly (string | null)[] {
  const names = counted(people.map(({ name }) => name));
  const shorts = counted(people.map((person) => `${person.name} ${shortOf(person)}`));
  return people.map((person) => {
    if ((names.get(person.name.toLowerCase()) ?? 0) < 2) return null;
    const isClear = shorts.get(`${person.name} ${shortOf(person)}`.toLowerCase()) === 1;
    return isClear ? shortOf(person) : person.email;
  });
}

function shortOf({ email }: Named): string {
  return email.split("@")[0] ?? email;
}

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1);
  return counts;
}

type Handled = Person & { readonly handle: string | null };

/** How somebody is called in a note: by the name, with the handle where others bear it too. */
export function mentionName({ name, handle }: Pick<Handled, "name" | "handle">): string {
  return handle === null ? name : `${name} (${handle})`;
}

/** Everybody under every name that a note may call them by; a bare name that several bear calls all of them. */
export function callable(people: readonly Handled[]): readonly Person[] {
  return people.flatMap(({ memberId, name, handle }) =>
    handle === null
      ? [{ memberId, name }]
      : [
          { memberId, name: mentionName({ name, handle }) },
          { memberId, name },
        ],
  );
}
