import type { Metadata } from "next";
import { DeliveryForm } from "@/components/notifications/delivery-form";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { getDelivery } from "@/lib/server/notifications/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "What I am told" };

type DeliveryPageProps = { readonly params: Promise<{ workspace: string }> };

export default async function DeliveryPage({ params }: DeliveryPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const [member, delivery] = await orNotFound(
    Promise.all([getDeskMember(actor, target.workspace), getDelivery(actor, target)]),
  );
  return <DeliveryForm member={member} {...delivery} />;
}
