import type { Metadata } from "next";
import type { ReactNode } from "react";
import { KeysProvider } from "@/components/keys/keys-context";
import { DeskKeys } from "@/components/palette/desk-keys";
import { requireActor } from "@/lib/server/auth/page-actor";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { getKeys } from "@/lib/server/keys/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

type DeskParams = { readonly params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: DeskParams): Promise<Metadata> {
  const { workspace: slug } = await params;
  const { workspace } = await orNotFound(getDeskMember(await requireActor(), slug));
  return { title: { default: workspace.name, template: `%s · ${workspace.name}` } };
}

/** Turns strangers away before any page of the desk begins; each page asks again for what it reads. The keys are the reader's own. */
export default async function DeskLayout({
  params,
  children,
}: DeskParams & { readonly children: ReactNode }) {
  const { workspace } = await params;
  const actor = await requireActor();
  const [member, { keys }] = await orNotFound(
    Promise.all([getDeskMember(actor, workspace), getKeys(actor, { workspace })]),
  );
  return (
    <KeysProvider own={keys}>
      {children}
      <DeskKeys member={member} />
    </KeysProvider>
  );
}
