const prefix = "assay ";

/** Text that outlives a failed request or a reload, for this tab alone. `place` names the person and the field. */
export function keepText(place: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(prefix + place);
    else sessionStorage.setItem(prefix + place, text);
  } catch {
    // Full or forbidden: the field itself still has it.
  }
}

export function keptText(place: string): string {
  try {
    return sessionStorage.getItem(prefix + place) ?? "";
  } catch {
    return "";
  }
}

export function forgetText(place: string): void {
  keepText(place, "");
}

type NoteOf = { readonly workspace: string; readonly memberId: string; readonly claimId: string };

/** Where a note is kept until it is written; `parentId` is the note that it answers. */
export function notePlace({ workspace, memberId, claimId }: NoteOf, parentId: string | null): string {
  return `note ${workspace} ${memberId} ${claimId} ${parentId ?? ""}`;
}

type NewVersionOf = { readonly workspace: string; readonly memberId: string; readonly articleId: string };

/** Where a new version of an article is kept until it is applied, so that it can be brought there from elsewhere. */
export function newVersionPlace({ workspace, memberId, articleId }: NewVersionOf): string {
  return `revision ${workspace} ${articleId} ${memberId}`;
}
