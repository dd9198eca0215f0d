import "server-only";
import { z } from "zod";
import { maxMarkupUnits } from "@/lib/core/validation/validate-markup";
import { verdictOnMarkup } from "../answers/settings";
import { endpoint } from "../endpoint";

export const validateMarkup = endpoint({
  id: "validateMarkup",
  method: "POST",
  path: "/validate",
  room: "validation",
  summary: "Judges JSON-LD by the rules for ClaimReview and Web Annotations; keeps nothing of it",
  permission: "anyone",
  params: z.unknown(),
  query: z.strictObject({ site: z.url().optional() }),
  body: z.unknown(),
  maxBytes: maxMarkupUnits,
  answers: { 200: verdictOnMarkup },
});
