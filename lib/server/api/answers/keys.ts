import "server-only";
import { z } from "zod";
import { ownKeysSchema } from "@/lib/core/keys/own-keys";

export const keptKeys = z
  .strictObject({ keys: ownKeysSchema, version: z.int().describe("0 while nothing has been changed.") })
  .meta({ id: "Keys", description: "The keys that somebody has changed; all others are as they came." });
