"use client";

import { useMemo, useState } from "react";
import { useRouter } from "next/navigation";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { chordKey, shownKey } from "@/lib/core/keys/shortcut";
import { can, type Permission } from "@/lib/core/permissions/table";
import { leave } from "@/lib/client/sign-out";
import { chooseTheme, themes, themeWords } from "@/lib/client/theme";
import { usePersonKeys } from "@/components/keys/keys-context";
import { roomsAround } from "@/components/workspace/rooms";
import { PaletteDialog, type PaletteEntry } from "./palette-dialog";
import { pageActions } from "./page-actions";
import { useFound } from "./use-found";

type DeskPaletteProps = { readonly member: DeskMember; readonly onClose: () => void };

/** Everything that can be gone to or done from a page of the desk, by its name. */
export function DeskPalette({ member, onClose }: DeskPaletteProps) {
  const [typed, type] = useState("");
  const fixed = useFixed(member);
  const { found, remark } = useFound(member, typed);
  const wanted = typed.trim().toLowerCase();
  const fitting = fixed.filter(({ words }) => words.toLowerCase().includes(wanted));
  return (
    <PaletteDialog
      label="Room, command, article or source"
      typed={typed}
      onType={type}
      entries={[...fitting, ...found]}
      remark={remark}
      onClose={onClose}
    />
  );
}

type Deed = { readonly words: string; readonly path: string; readonly needs: Permission };

/** What is done elsewhere than in the room that one is in. */
const deeds: readonly Deed[] = [
  { words: "Import an article", path: "/articles/new", needs: "article.import" },
  { words: "Check ClaimReview markup", path: "/validate", needs: "article.read" },
  { words: "Invite a colleague", path: "/settings", needs: "member.manage" },
  { words: "Change the verdicts of the desk", path: "/settings/scale", needs: "settings.change" },
  { words: "Change the review policies", path: "/settings/policies", needs: "settings.change" },
  { words: "Change my keys", path: "/settings/keys", needs: "keys.change" },
  { words: "Make an API token", path: "/settings/tokens", needs: "token.change" },
  { words: "See where I am signed in", path: "/settings/sessions", needs: "article.read" },
  { words: "Choose what I am told", path: "/notifications/settings", needs: "notification.change" },
];

function useFixed(member: DeskMember): readonly PaletteEntry[] {
  const router = useRouter();
  const keys = usePersonKeys();
  // As the page was when the palette opened; while it is open, the page does not change.
  const [here] = useState(() => ({ path: location.pathname, actions: pageActions(document) }));
  return useMemo(() => {
    const base = `/w/${member.workspace.slug}`;
    const places = roomsAround(member, here.path).map(({ label, href, name }) => ({
      id: `room-${name}`,
      words: `Go to: ${label}`,
      keys: `${chordKey} ${shownKey(keys.rooms[name])}`,
      run: () => router.push(href),
    }));
    const article = /\/articles\/([^/]+)\/./.exec(here.path)?.[1];
    const workbench =
      article === undefined
        ? []
        : [{ words: "Go to: Workbench of this article", path: `/articles/${article}` }];
    const ways = [...workbench, ...deeds.filter(({ needs }) => can(member.role, needs))];
    const going = ways.map(({ words, path }) => ({
      id: `way-${words.replaceAll(" ", "-")}`,
      words,
      keys: "",
      run: () => router.push(base + path),
    }));
    const doing = here.actions.map(({ words, press }, place) => ({
      id: `page-${place}`,
      words: `On this page: ${words}`,
      keys: "",
      run: press,
    }));
    return [...places, ...going, ...doing, ...personal].map((entry) => ({ ...entry, sign: null }));
  }, [member, keys, here, router]);
}

const personal = [
  ...themes.map((theme) => ({
    id: `theme-${theme}`,
    words: `Light or dark: ${themeWords[theme]}`,
    keys: "",
    run: () => chooseTheme(theme),
  })),
  { id: "sign-out", words: "Sign out", keys: "", run: () => void leave() },
];
