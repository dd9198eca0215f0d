import { z } from "zod";
import { keyTrouble } from "./choose";
import { keysOf, roomNames, shortcutActions, type OwnKeys } from "./shortcut";

const keyFor = (kind: keyof OwnKeys) =>
  z
    .string()
    .max(20)
    .superRefine((key, context) => {
      const trouble = keyTrouble(key, kind);
      if (trouble !== null) context.addIssue({ code: "custom", message: trouble });
    });

/** The whole of what somebody has changed. Two of one kind never have the same key, theirs or the one it came with. */
export const ownKeysSchema: z.ZodType<OwnKeys> = z
  .strictObject({
    actions: z.partialRecord(z.enum(shortcutActions), keyFor("actions")).default({}),
    rooms: z.partialRecord(z.enum(roomNames), keyFor("rooms")).default({}),
  })
  .superRefine((own, context) => {
    for (const kind of ["actions", "rooms"] as const) {
      const held = Object.values(keysOf(own)[kind]);
      // A key that somebody took from another action leaves that one without any: then it is named here.
      if (held.includes(null) || new Set(held).size < held.length)
        context.addIssue({ code: "custom", path: [kind], message: "gives one key to two things" });
    }
  });
