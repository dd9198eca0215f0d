import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Operation } from "../auth/actor";
import { readJson } from "../http/body";
import { readOperation } from "../http/define-route";
import { isMultipart, readMultipart, type IncomingFile } from "../http/multipart";
import { parseInput } from "../http/parse-input";

/** What somebody brings, before any of it has been taken in: whether they may bring it is asked first. */
export type Delivery<F> =
  | { readonly from: "address"; readonly open: () => Promise<SentAddress<F>> }
  | { readonly from: "file"; readonly receive: Receive<F> };

type SentAddress<F> = {
  readonly url: string;
  readonly fields: F;
  readonly operation: Operation | null;
};

/** Takes the file in while it comes; what was said beside it is known afterwards. */
export type Receive<F> = <T extends { readonly sha256: string }>(
  take: (file: IncomingFile) => Promise<T>,
) => Promise<{ readonly taken: T; readonly fields: F; readonly operation: Operation | null }>;

type Schemas<F> = {
  /** Beside a file. */
  readonly file: z.ZodType<F>;
  /** Instead of one. */
  readonly address: z.ZodType<F & { readonly url: string }>;
};

/** A request that brings a file (multipart) or names an address (JSON). */
export function deliveryOf<F>(request: Request, schemas: Schemas<F>, maxBytes: number): Delivery<F> {
  if (!isMultipart(request)) return { from: "address", open: () => readAddress(request, schemas) };
  return {
    from: "file",
    receive: async (take) => {
      const { fields, taken } = await readMultipart(request, maxBytes, take);
      const asked = JSON.stringify([taken.sha256, fields]);
      return { taken, fields: parseInput(schemas.file, fields), operation: readOperation(request, asked) };
    },
  };
}

async function readAddress<F>(request: Request, schemas: Schemas<F>): Promise<SentAddress<F>> {
  const { text, value } = await readJson(request, 20_000);
  const fields = parseInput(schemas.address, value);
  return { url: fields.url, fields, operation: readOperation(request, text) };
}

/** Passes a file's pieces on and knows in the end what it was. */
export class Fingerprint {
  readonly #hash = createHash("sha256");

  async *of(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** Of all that has passed; ends the fingerprint. */
  sha256(): string {
    return this.#hash.digest("hex");
  }
}
