import { roomNames, type Keys, type RoomName } from "./shortcut";

/**
 * The room that a key leads to after `g`. A letter that nothing has in just this case is taken for the other case, so that
 * a caps lock is in nobody's way.
 */
export function roomOfKey(rooms: Keys["rooms"], key: string): RoomName | null {
  const exact = roomNames.find((name) => rooms[name] === key);
  if (exact) return exact;
  const folded = key.toLowerCase();
  const alike = roomNames.filter((name) => rooms[name]?.toLowerCase() === folded);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}
