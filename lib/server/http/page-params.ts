import "server-only";
import { notFound } from "next/navigation";
import type { z } from "zod";

/** The parameters of a page's address; an address that names nothing is not found. */
export async function parsePageParams<T>(schema: z.ZodType<T>, params: Promise<unknown>): Promise<T> {
  const parsed = schema.safeParse(await params);
  return parsed.success ? parsed.data : notFound();
}
