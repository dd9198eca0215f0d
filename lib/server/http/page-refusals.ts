import "server-only";
import { forbidden, notFound } from "next/navigation";
import { Refusal } from "@/lib/core/shared/refusal";

/** On a page, what a stranger asks for is simply not there, and what a role does not allow is said so; every other failure is the error page's. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal && (error.code === "not_found" || error.code === "bad_input")) notFound();
    if (error instanceof Refusal && error.code === "forbidden") forbidden();
    throw error;
  }
}
