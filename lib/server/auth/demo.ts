import "server-only";
import type { Role } from "@/lib/core/permissions/table";
import { db } from "../db/client";
import { env } from "../env";

export type DemoDesk = {
  readonly password: string;
  readonly people: readonly { readonly email: string; readonly name: string; readonly role: Role }[];
};

/** The people one may sign in as without an account; null everywhere but in the embedded demo on loopback. */
export async function getDemoDesk(): Promise<DemoDesk | null> {
  const { ASSAY_DEMO, ASSAY_DEMO_PASSWORD } = env();
  if (ASSAY_DEMO !== "1" || !ASSAY_DEMO_PASSWORD) return null;
  const members = await db().member.findMany({
    where: { user: { demo: true, email: { endsWith: "@demo.test" } }, workspace: { slug: "demo" } },
    select: { role: true, user: { select: { email: true, name: true } } },
    orderBy: { createdAt: "asc" },
  });
  if (members.length === 0) return null;
  return { password: ASSAY_DEMO_PASSWORD, people: members.map(({ role, user }) => ({ ...user, role })) };
}
