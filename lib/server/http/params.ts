import "server-only";
import { z } from "zod";
import { slugSchema } from "@/lib/core/identity/identity";
import { idSchema } from "@/lib/core/shared/fields";

export const workspaceParams = z.object({ workspace: slugSchema });
export const articleParams = workspaceParams.extend({ article: idSchema });
export const claimParams = workspaceParams.extend({ claim: idSchema });
export const annotationParams = workspaceParams.extend({ annotation: idSchema });
export const noteParams = workspaceParams.extend({ note: idSchema });
export const assignmentParams = workspaceParams.extend({ assignment: idSchema });
export const memberParams = workspaceParams.extend({ member: idSchema });
export const invitationParams = workspaceParams.extend({ invitation: idSchema });
/** A change of claims that can be taken back, by the number of its line of history. */
export const fitParams = workspaceParams.extend({ fit: z.string().regex(/^\d{1,18}$/) });
export const jobParams = workspaceParams.extend({ job: idSchema });
export const exportParams = workspaceParams.extend({ export: idSchema });
export const lookupParams = workspaceParams.extend({ lookup: idSchema });
/** A person's own, at whatever desk. */
export const sessionParams = z.object({ session: idSchema });
export const tokenParams = workspaceParams.extend({ token: idSchema });
export const waiverParams = workspaceParams.extend({ waiver: idSchema });
export const webhookParams = workspaceParams.extend({ webhook: idSchema });
export const webhookDeliveryParams = webhookParams.extend({ delivery: idSchema });
export const sourceParams = workspaceParams.extend({ source: idSchema });
export const snapshotParams = sourceParams.extend({ snapshot: idSchema });
