import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireActor } from "@/lib/server/auth/page-actor";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { getDeskMember } from "@/lib/server/workspaces/queries";

type DeskParams = { readonly params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: DeskParams): Promise<Metadata> {
  const { workspace: slug } = await params;
  const { workspace } = await orNotFound(getDeskMember(await requireActor(), slug));
  return { title: { default: workspace.name, template: `%s · ${workspace.name}` } };
}

/** Turns strangers away before any page of the desk begins; each page asks again for what it reads. */
export default async function DeskLayout({
  params,
  children,
}: DeskParams & { readonly children: ReactNode }) {
  const { workspace } = await params;
  await orNotFound(getDeskMember(await requireActor(), workspace));
  return children;
}
