import { createDesk, type Desk } from "@/seeds/factories";
import type { Provoked } from "./console-guard";
import { farScreensOf, ownerScreensOf } from "./far-screens";
import { createBusyDesk, screensOf, workbenchScreensOf, type Screen } from "./screens";
import { emptyScreensOf, troubledScreensOf, wordyScreensOf } from "./states";

export type ScreenList = {
  readonly name: string;
  readonly screens: (desk: Desk) => readonly Screen[];
  readonly stage: () => Promise<Desk>;
  readonly visitor: "editor" | "owner";
  /** What its screens are there to show. */
  readonly troubles: readonly Provoked[];
};

const busy = { stage: createBusyDesk, visitor: "editor", troubles: [] } as const;

/** Every screen of the program, in lists of which each has a desk of its own. */
export const screenLists: readonly ScreenList[] = [
  { ...busy, name: "around the workbench", screens: screensOf, troubles: [403, 404] },
  { ...busy, name: "further from it", screens: farScreensOf, troubles: [404, 412] },
  { ...busy, name: "of an owner", screens: ownerScreensOf, visitor: "owner" },
  { ...busy, name: "of the workbench", screens: workbenchScreensOf },
  { ...busy, name: "of an empty desk", screens: emptyScreensOf, stage: () => createDesk("New desk") },
  { ...busy, name: "with many words", screens: wordyScreensOf },
  { ...busy, name: "in trouble", screens: troubledScreensOf, troubles: ["offline", 404, 412, 500] },
];
