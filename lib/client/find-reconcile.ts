import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import { mergeAnnotations } from "@/lib/core/annotations/merge";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { DeskApi } from "./api";
import type { Reconcile } from "./save-item";

/** How to lay words that were written on version `base` over what stands now; null where that version cannot be read. */
export async function findReconcile(
  api: DeskApi,
  { own }: ClaimDetail,
  base: number,
): Promise<Reconcile | null> {
  const began = base === 0 ? emptyAnnotation : await readVersion(api, own.id, base);
  if (!began) return null;
  return (mine, wins) => mergeAnnotations({ base: began, mine, theirs: own.content }, wins);
}

async function readVersion(api: DeskApi, annotationId: string | null, version: number) {
  if (annotationId === null) return null;
  const answer = await api.getAnnotationVersion(annotationId, version);
  return answer.ok ? answer.value.content : null;
}
