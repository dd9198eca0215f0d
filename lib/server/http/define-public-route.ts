import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { Refusal } from "@/lib/core/shared/refusal";
import { parseInput } from "./parse-input";
import { refusalResponse } from "./problem";
import { limitAddress } from "./rate-limit";

type PublicRoute<P, Q> = {
  readonly params: z.ZodType<P>;
  readonly query: z.ZodType<Q>;
  readonly run: (input: { readonly params: P; readonly query: Q }) => Promise<Response>;
};

/** A route handler for everybody: reads what is published, knows no cookie, writes nothing. */
export function definePublicRoute<P, Q>(definition: PublicRoute<P, Q>) {
  return async (request: Request, context: { readonly params: Promise<unknown> }): Promise<Response> => {
    try {
      limitAddress(request.headers);
      const params = definition.params.safeParse(await context.params);
      if (!params.success) throw new Refusal("not_found", "There is nothing at this address.");
      const sent = Object.fromEntries(new URL(request.url).searchParams);
      return await definition.run({ params: params.data, query: parseInput(definition.query, sent) });
    } catch (error) {
      return refusalResponse(error, randomUUID());
    }
  };
}
