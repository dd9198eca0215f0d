import { deviceTable, type Draft, type DraftTable } from "./draft-table";

/** Whose drafts: one person's at one desk. Another person on the same browser has another owner and finds nothing. */
export type DraftOwner = { readonly memberId: string; readonly workspace: string };

/** A draft of a tab that is gone. It stays in that tab's row until it is released. */
export type LeftDraft = Draft & { readonly tab: string };

export type DraftStore = {
  put(draft: Draft): Promise<void>;
  remove(claimId: string): Promise<void>;
  /** What tabs that are gone have left behind, for this tab alone; several of one claim are all there. */
  adopt(): Promise<readonly LeftDraft[]>;
  /** Forgets a draft that was left behind, unless its tab lives after all and has written on. */
  release(draft: LeftDraft): Promise<void>;
};

/** Takes the lock of a tab for as long as this one lives; false while another living tab holds it. */
export type HoldTab = (tab: string) => Promise<boolean>;

/**
 * Drafts in IndexedDB, one row a tab and claim, so that two tabs do not overwrite each other. A tab holds a lock under
 * its name while it lives: the rows of a tab without a lock are nobody's, and the next tab that opens takes over the
 * lock and with it the rows, as they are.
 */
export function createDraftStore(
  owner: DraftOwner,
  tab: string = crypto.randomUUID(),
  { list, put, remove }: DraftTable = deviceTable(),
  hold: HoldTab = holdWebLock,
): DraftStore {
  const ownerKey = `${owner.workspace}/${owner.memberId}`;
  const held = new Map<string, Promise<boolean>>();
  function holdOnce(name: string): Promise<boolean> {
    const holding = held.get(name) ?? hold(name);
    held.set(name, holding);
    return holding;
  }
  return {
    async put({ claimId, base, edits }) {
      await holdOnce(tab);
      await put({ claimId, base, edits, owner: ownerKey, tab });
    },
    async remove(claimId) {
      // Waits for what a put before it waits for, so as not to overtake it.
      await holdOnce(tab);
      await remove([ownerKey, tab, claimId], () => true);
    },
    async adopt() {
      await holdOnce(tab);
      const tabs = new Set((await list(ownerKey)).map((row) => row.tab));
      const taken = new Set<string>();
      for (const name of tabs) {
        // What this tab wrote or took over before is not left behind.
        if (held.has(name)) continue;
        if (await holdOnce(name)) taken.add(name);
        else held.delete(name);
      }
      // Read again: until the lock was ours, another tab may have brought some of them to the server.
      const rows = taken.size > 0 ? await list(ownerKey) : [];
      return rows.filter((row) => taken.has(row.tab));
    },
    release: (draft) => remove([ownerKey, draft.tab, draft.claimId], (row) => keysOf(row) === keysOf(draft)),
  };
}

/** Tells one state of a draft from another: every edit has a key of its own. */
export function keysOf({ edits }: Draft): string {
  return edits.map(({ key }) => key).join(" ");
}

async function holdWebLock(tab: string): Promise<boolean> {
  // Web locks need a secure context; without them every tab counts as gone, which only repeats sends by key.
  if (!("locks" in navigator)) return true;
  return new Promise((answer) => {
    const forGood = new Promise<void>(() => undefined);
    navigator.locks
      .request(`assay-tab-${tab}`, { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        return lock ? forGood : undefined;
      })
      .catch(() => answer(true));
  });
}
