import "server-only";
import { scaleOptionsSchema, type Scale } from "@/lib/core/verdicts/scale";

export function toScale(row: {
  id: string;
  key: string;
  version: number;
  name: string;
  guidelines: string;
  options: unknown;
}): Scale {
  const { id, key, version, name, guidelines } = row;
  return { id, key, version, name, guidelines, options: scaleOptionsSchema.parse(row.options) };
}
