import "server-only";
import { z } from "zod";
import type { JsonSchema } from "@/lib/core/api/document";

/**
 * Turns what requests and answers are parsed with into JSON Schema. Schemas with an id stand once, under components.
 * Rules that JSON Schema cannot say (well-formed text, addresses without credentials) are not in it: whoever follows the
 * document may still be refused with 400, never the other way round.
 */
export class SchemaWriter {
  readonly #named = new Map<string, JsonSchema>();

  /** As a sender may write it: with defaults left out. */
  input(schema: z.ZodType): JsonSchema {
    return this.#write(schema, "input");
  }

  /** As it is answered: with all that is always there. */
  output(schema: z.ZodType): JsonSchema {
    return this.#write(schema, "output");
  }

  /** What was met with an id, by id. */
  named(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #write(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const written = z.toJSONSchema(z.strictObject({ it: schema }), { io, unrepresentable: "any" });
    const { properties, $defs = {} } = JSON.parse(
      JSON.stringify(written).replaceAll('"#/$defs/', '"#/components/schemas/'),
    ) as { properties: { it: JsonSchema }; $defs?: Record<string, JsonSchema & { id?: string }> };
    for (const [name, { id: _, ...definition }] of Object.entries($defs)) this.#named.set(name, definition);
    return properties.it;
  }
}
