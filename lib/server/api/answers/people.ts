import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/core/annotations/annotation";

export const person: z.ZodType<Person> = z
  .strictObject({
    memberId: z.string(),
    name: z.string(),
  })
  .meta({ id: "Person" });
