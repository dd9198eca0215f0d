import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChooseDesk } from "@/components/home/choose-desk";
import { requireActor } from "@/lib/server/auth/page-actor";
import { listWorkspaces } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "My desks" };

/** Leads to the desk; who has several chooses, who has none is told so. */
export default async function RootPage() {
  const workspaces = await listWorkspaces(await requireActor());
  const [only] = workspaces;
  if (only && workspaces.length === 1) redirect(`/w/${only.slug}`);
  return <ChooseDesk workspaces={workspaces} />;
}
