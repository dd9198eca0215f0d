import type { Metadata } from "next";
import { ValidateDesk } from "@/components/validation/validate-desk";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { getScale } from "@/lib/server/scales/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Validate" };

type ValidatePageProps = { readonly params: Promise<{ workspace: string }> };

export default async function ValidatePage({ params }: ValidatePageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const [member, { options }] = await orNotFound(
    Promise.all([getDeskMember(actor, target.workspace), getScale(actor, target)]),
  );
  return <ValidateDesk member={member} scale={options.map(({ label, rank }) => ({ label, rank }))} />;
}
