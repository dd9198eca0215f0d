import "server-only";
import { z } from "zod";
import { roles } from "@/lib/core/permissions/table";
import { houseStyleSchema } from "@/lib/core/report/house-style";
import { policyKinds, type Policy } from "@/lib/core/review/policy";
import { ruleWords, type Rule } from "@/lib/core/validation/finding";
import type { Verdict } from "@/lib/core/validation/validate-markup";
import type { Versioned } from "../../policies/queries";

export const policyLine: z.ZodType<Versioned<Policy>> = z
  .strictObject({
    kind: z.enum(policyKinds),
    annotations: z.int().describe("Independent annotations that a ruling needs."),
    quorum: z.int().describe("Equal votes that a panel's ruling needs."),
    panelSize: z.int().describe("Members who may vote."),
    version: z.int(),
  })
  .meta({ id: "Policy" });

export const houseStyle = houseStyleSchema.extend({ version: z.int() }).meta({ id: "HouseStyle" });

/** Who asks, and the desks that they belong to. */
export const caller = z.strictObject({
  name: z.string(),
  email: z.string(),
  workspaces: z.array(z.strictObject({ slug: z.string(), name: z.string(), role: z.enum(roles) })),
});

export const verdictOnMarkup: z.ZodType<Verdict> = z
  .strictObject({
    valid: z.boolean(),
    claimReviews: z.int(),
    annotations: z.int(),
    findings: z.array(
      z.strictObject({
        rule: z.enum(Object.keys(ruleWords) as Rule[]),
        at: z.string().describe("A JSON pointer into the document."),
        message: z.string(),
      }),
    ),
    problem: z.string().nullable().describe("Why nothing could be judged; null when something was."),
  })
  .meta({ id: "MarkupVerdict" });
