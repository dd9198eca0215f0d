"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { roomOfKey } from "@/lib/core/keys/chord";
import { usePersonKeys } from "@/components/keys/keys-context";
import { roomsAround } from "@/components/workspace/rooms";
import { focusWhenThere } from "@/lib/client/reveal";
import { Chord, opensPalette, takesKey } from "@/lib/client/shortcuts";

// Fetched when it is first asked for.
const DeskPalette = lazy(() => import("./desk-palette").then((part) => ({ default: part.DeskPalette })));

/** What works on every page of a desk: Ctrl-K or ⌘K finds things by name, `g` and a letter lead to a room. */
export function DeskKeys({ member }: { readonly member: DeskMember }) {
  const [isOpen, open] = useState(false);
  const router = useRouter();
  const keys = usePersonKeys();
  const chord = useRef(new Chord());
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isWorkbench(location.pathname)) return;
    if (opensPalette(event)) {
      event.preventDefault();
      if (!isOpen) focusWhenThere("palette-field", () => undefined);
      open(true);
      return;
    }
    if (isOpen || takesKey(event.target, event.key)) return;
    const isTaken = chord.current.takes(event, (key) => {
      const rooms = roomsAround(member, location.pathname);
      const wanted = roomOfKey(keys.rooms, key);
      const room = rooms.find(({ name }) => name === wanted);
      if (room) router.push(room.href);
      return room !== undefined;
    });
    if (isTaken) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKey(event);
    };
    // Before the page's own keys: the letter after `g` is no key of theirs.
    window.addEventListener("keydown", listener, { capture: true });
    return () => {
      window.removeEventListener("keydown", listener, { capture: true });
    };
  }, []);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <DeskPalette
        member={member}
        onClose={() => {
          open(false);
        }}
      />
    </Suspense>
  );
}

/** The workbench has keys of its own, with these among them. */
function isWorkbench(path: string): boolean {
  return /^\/w\/[^/]+\/articles\/(?!new$)[^/]+$/.test(path);
}
