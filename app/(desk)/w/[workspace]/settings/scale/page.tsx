import type { Metadata } from "next";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { ScaleSettings } from "@/components/verdicts/scale-settings";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { getScale } from "@/lib/server/scales/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Verdicts" };

type SettingsPageProps = { readonly params: Promise<{ workspace: string }> };

export default async function ScalePage({ params }: SettingsPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const [member, scale] = await orNotFound(
    Promise.all([getDeskMember(actor, target.workspace), getScale(actor, target)]),
  );
  return (
    <SettingsFrame member={member} room="scale">
      <ScaleSettings member={member} scale={scale} />
    </SettingsFrame>
  );
}
