import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Actor } from "./actor";
import { findSessionActor } from "./session-actor";

/** Who looks at this page; somebody signed out is sent to sign in and back. */
export async function requireActor(): Promise<Actor> {
  const received = await headers();
  const actor = await findSessionActor(received.get("cookie"));
  if (actor) return actor;
  const path = received.get("x-assay-path");
  return redirect(path ? `/sign-in?from=${encodeURIComponent(path)}` : "/sign-in");
}
