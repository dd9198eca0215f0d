import type { TakenBack } from "@/lib/core/assignments/assignment";
import type { DeskApi } from "./api";
import type { UndoStep } from "./undo-stack";

export type WorkStep = Extract<UndoStep, { readonly kind: "work" }>;

/** As many as the server takes in one request. */
const most = 500;

/** Takes given work back, or gives again what was taken. @returns the step that leads back, with what the server did of it */
export async function performWork(api: DeskApi, step: WorkStep): Promise<WorkStep> {
  const takesBack = step.way === "take_back";
  const items = takesBack ? await takeBack(api, step) : await giveAgain(api, step);
  return { ...step, way: takesBack ? "give" : "take_back", items };
}

async function takeBack(api: DeskApi, { work: kind, items }: WorkStep): Promise<WorkStep["items"]> {
  const taken: WorkStep["items"][number][] = [];
  for (let from = 0; from < items.length; from += most) {
    const work = items.slice(from, from + most).map(({ claimId, memberId }) => ({ claimId, memberId }));
    const body = { work, kind };
    const answer = await api.write<TakenBack>("/claims/take-back", { method: "POST", body });
    if (!answer.ok) break;
    taken.push(...answer.value.taken);
  }
  return taken;
}

/** One request for each member and day: not everybody had the same claims. */
async function giveAgain(api: DeskApi, { work: kind, items }: WorkStep): Promise<WorkStep["items"]> {
  const given: WorkStep["items"][number][] = [];
  for (const { memberId, dueAt, claimIds } of byMember(items)) {
    for (let from = 0; from < claimIds.length; from += most) {
      const part = claimIds.slice(from, from + most);
      const asked = { claimIds: part, members: [memberId], kind, spread: "everybody", dueAt } as const;
      const answer = await api.assign({ ...asked, claimIds: [...part], members: [memberId] });
      if (!answer.ok) break;
      given.push(...answer.value.pairs.map((pair) => ({ ...pair, dueAt })));
    }
  }
  return given;
}

type Share = { readonly memberId: string; readonly dueAt: string | null; readonly claimIds: string[] };

function byMember(items: WorkStep["items"]): readonly Share[] {
  const shares = new Map<string, Share>();
  for (const { claimId, memberId, dueAt } of items) {
    const key = JSON.stringify([memberId, dueAt]);
    const share = shares.get(key) ?? { memberId, dueAt, claimIds: [] };
    shares.set(key, share);
    share.claimIds.push(claimId);
  }
  return [...shares.values()];
}
