import "server-only";
import { z } from "zod";
import { assignmentKinds, type Assignment } from "@/lib/core/assignments/assignment";
import { person } from "./people";

export const assignment: z.ZodType<Assignment> = z
  .strictObject({
    id: z.string(),
    kind: z.enum(assignmentKinds),
    member: person,
    assignedBy: person,
    dueAt: z.string().nullable(),
    leaseExpiresAt: z
      .string()
      .nullable()
      .describe("Until when the work is kept without a further sign of it; told to its own member alone."),
  })
  .meta({ id: "Assignment", description: "An assignment as one member may see it." });
