import "server-only";
import { z } from "zod";
import type { SessionLine } from "@/lib/core/identity/session";

export const sessionLine: z.ZodType<SessionLine> = z
  .strictObject({
    id: z.string(),
    browser: z.string().describe("In words, by what it called itself when it signed in."),
    signedInAt: z.string(),
    lastSeenAt: z.string().describe("To within five minutes."),
    isThisOne: z.boolean().describe("Whether it is the one that asks."),
  })
  .meta({ id: "SessionLine", description: "A browser in which the caller is signed in." });

export const endedSessions = z.strictObject({ ended: z.int().describe("How many ended now.") });
