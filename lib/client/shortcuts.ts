import {
  chordKey,
  defaultKeys,
  shortcutActions,
  type Keys,
  type ShortcutAction,
} from "@/lib/core/keys/shortcut";

export type KeyMeaning =
  | { readonly kind: "action"; readonly action: ShortcutAction }
  | { readonly kind: "verdict"; readonly digit: string }
  /** The same, handed in at once. */
  | { readonly kind: "quick_verdict"; readonly digit: string };

type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "repeat"
>;

/** A command of the browser or the system, or a letter on its way through an input method. */
function isSomebodyElses({ ctrlKey, metaKey, altKey, isComposing }: KeyPress): boolean {
  return ctrlKey || metaKey || altKey || isComposing;
}

const moves: ReadonlySet<ShortcutAction> = new Set([
  "next",
  "previous",
  "next_unaddressed",
  "previous_unaddressed",
  "first",
  "last",
]);

function isMove(action: ShortcutAction): boolean {
  return moves.has(action);
}

/** What a key means at the workbench, where no field has the focus. Held keys only move. */
export function keyMeaning(press: KeyPress, keys: Keys["actions"] = defaultKeys.actions): KeyMeaning | null {
  if (isSomebodyElses(press)) return null;
  const digit = digitMeaning(press, keys);
  if (digit) return press.repeat ? null : digit;
  const action = actionOf(press.key, keys);
  if (!action || (press.repeat && !isMove(action))) return null;
  return { kind: "action", action };
}

function digitMeaning({ key, code, shiftKey }: KeyPress, keys: Keys["actions"]): KeyMeaning | null {
  if (/^[0-9]$/.test(key)) return { kind: "verdict", digit: key };
  // What a digit with Shift writes is another sign on every keyboard; where it lies is the same.
  const digit = shiftKey ? /^Digit([0-9])$/.exec(code)?.[1] : undefined;
  return digit === undefined || actionOf(key, keys) ? null : { kind: "quick_verdict", digit };
}

function actionOf(key: string, keys: Keys["actions"]): ShortcutAction | undefined {
  return shortcutActions.find((name) => keys[name] === key);
}

/** Ctrl-K or Cmd-K, from a field too: what is being written stays as it is. */
export function opensPalette(press: KeyPress & { readonly target: EventTarget | null }): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = press;
  if (!(ctrlKey || metaKey) || altKey || shiftKey || key.toLowerCase() !== "k") return false;
  return !(target instanceof HTMLElement && target.closest("dialog"));
}

/** How long `g` waits for the letter of a room. */
const chordMs = 1_500;

/** Two keys one after the other: `g`, and the letter of a room. */
export class Chord {
  private begunAt: number | null = null;

  /** Whether the key belongs to a chord: it begins one, or ends one whether it leads anywhere or not. */
  takes(press: KeyPress & { readonly timeStamp: number }, go: (key: string) => boolean): boolean {
    if (isSomebodyElses(press) || press.key === "Shift") return false;
    const isOpen = this.begunAt !== null && press.timeStamp - this.begunAt <= chordMs;
    this.begunAt = null;
    if (isOpen) return go(press.key);
    if (press.key !== chordKey || press.repeat) return false;
    this.begunAt = press.timeStamp;
    return true;
  }
}

/** Where keys belong to what has the focus: fields take all of them, buttons and links only Enter and space. */
export function takesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog, [popover]:popover-open, [data-records-key]")) return true;
  if (
    target.isContentEditable ||
    target.matches("textarea, select, input:not([type=radio], [type=checkbox])")
  )
    return true;
  if (key !== "Enter" && key !== " ") return false;
  // The claim that is chosen already has nothing more to do with Enter: there it submits.
  const control = target.closest("button, a, summary, [role=button], input");
  return control !== null && !control.matches('[data-claim], [aria-current="true"]');
}
