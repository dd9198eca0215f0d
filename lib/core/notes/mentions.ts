import type { Person } from "../annotations/annotation";

/** A part of a note's text: plain words, or "@Name" of somebody. */
export type NotePart = { readonly text: string; readonly memberId: string | null };

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;

/**
 * Cuts a note at its mentions: "@" and a member's whole name, in capitals or not, with no letter or digit right before
 * the "@" or after the name (so that an e-mail address mentions nobody). Of two names that fit the longer one counts.
 * Members of one name are all meant; the part names the first of them.
 */
export function splitMentions(body: string, people: readonly Person[]): readonly NotePart[] {
  const parts: NotePart[] = [];
  let from = 0;
  for (let at = body.indexOf("@"); at >= 0; at = body.indexOf("@", Math.max(from, at + 1))) {
    const person = personAt(body, at, people);
    if (!person) continue;
    if (at > from) parts.push({ text: body.slice(from, at), memberId: null });
    from = at + 1 + person.name.length;
    parts.push({ text: body.slice(at, from), memberId: person.memberId });
  }
  if (from < body.length) parts.push({ text: body.slice(from), memberId: null });
  return parts;
}

/** The ids of everybody whom a note mentions, each once. */
export function mentionedIn(body: string, people: readonly Person[]): readonly string[] {
  const names = new Set(
    splitMentions(body, people).flatMap((part) =>
      part.memberId === null ? [] : [folded(part.text.slice(1))],
    ),
  );
  return [...new Set(people.filter(({ name }) => names.has(folded(name))).map(({ memberId }) => memberId))];
}

function personAt(body: string, at: number, people: readonly Person[]): Person | undefined {
  if (wordCharacter.test(body.charAt(at - 1))) return undefined;
  const fitting = people.filter(({ name }) => {
    const end = at + 1 + name.length;
    return folded(body.slice(at + 1, end)) === folded(name) && !wordCharacter.test(body.charAt(end));
  });
  return fitting.toSorted((a, b) => b.name.length - a.name.length)[0];
}

function folded(text: string): string {
  return text.toLowerCase();
}

/** A mention that is being typed: where its "@" stands and what follows it up to the caret; UTF-16 code units. */
export type OpenMention = { readonly at: number; readonly typed: string };

const longestName = 60;

/** The mention that the caret stands in, or null. A line break, or too long a stretch, ends it. */
export function openMention(body: string, caret: number): OpenMention | null {
  const before = body.slice(0, caret);
  const at = before.lastIndexOf("@");
  const typed = before.slice(at + 1);
  if (at < 0 || typed.length > longestName || typed.includes("\n")) return null;
  return wordCharacter.test(before.charAt(at - 1)) ? null : { at, typed };
}

/** The text with the whole name in place of what was typed of it, and where the caret goes: behind it and a space. */
export function completeMention(
  body: string,
  { at, typed }: OpenMention,
  name: string,
): { readonly body: string; readonly caret: number } {
  const before = `${body.slice(0, at)}@${name} `;
  return { body: before + body.slice(at + 1 + typed.length).replace(/^ /, ""), caret: before.length };
}

/** Members whose name, or a word of it, begins with what is typed. */
export function suggestFor<P extends Person>(typed: string, people: readonly P[]): readonly P[] {
  const wanted = folded(typed);
  return people.filter(
    ({ name }) =>
      folded(name).startsWith(wanted) ||
      folded(name)
        .split(/\s+/)
        .some((word) => word.startsWith(wanted)),
  );
}
