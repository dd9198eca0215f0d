import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import { notFoundPage } from "@/lib/core/public/not-found-page";
import { origin } from "../env";
import { refusalResponse } from "./problem";
import { limitAddress } from "./rate-limit";
import { randomUUID } from "node:crypto";

const seconds = 60;

/** A page for every reader, written as it stands; who has nothing to read is told so in words. */
export function definePublicPage(read: (params: Readonly<Record<string, string>>) => Promise<string>) {
  return async (request: Request, context: { readonly params: Promise<unknown> }): Promise<Response> => {
    try {
      limitAddress(request.headers);
      const page = await read((await context.params) as Readonly<Record<string, string>>);
      return htmlResponse(page, 200, `public, max-age=${seconds}`);
    } catch (error) {
      if (error instanceof Refusal && error.code === "not_found") {
        return htmlResponse(notFoundPage(origin()), 404, "no-store");
      }
      return refusalResponse(error, randomUUID());
    }
  };
}

function htmlResponse(page: string, status: number, cache: string): Response {
  return new Response(page, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": cache },
  });
}
