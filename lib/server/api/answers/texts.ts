import "server-only";
import { z } from "zod";
import type { Direction } from "@/lib/core/text/direction";
import type { Span } from "@/lib/core/text/segmentation/span";

export const direction: z.ZodType<Direction> = z.enum(["ltr", "rtl"]).meta({ id: "Direction" });

export const span: z.ZodType<Span> = z
  .strictObject({
    start: z.number(),
    end: z.number(),
  })
  .meta({
    id: "Span",
    description: "A piece of a text: half-open, in UTF-16 code units, as `String.prototype.slice` counts.",
  });
