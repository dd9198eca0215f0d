import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { SaveItem } from "./save-item";

/** Whose drafts: one person's at one desk. Another person on the same browser has another owner and finds nothing. */
export type DraftOwner = { readonly memberId: string; readonly workspace: string };

/** A stored item, without its phase: what was sent before is simply sent again under its key. */
export type Draft = Pick<SaveItem, "claimId" | "base" | "edits">;

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

export type DraftRow = Draft & { readonly owner: string; readonly tab: string };

/** Rows by owner, tab and claim. */
export type DraftTable = {
  readonly list: (owner: string) => Promise<readonly DraftRow[]>;
  readonly put: (row: DraftRow) => Promise<void>;
  /** Removes a row if it says what is expected when it is read in the same transaction. */
  readonly remove: (
    key: readonly [string, string, string],
    isExpected: (row: DraftRow) => boolean,
  ) => Promise<void>;
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
  { list, put, remove }: DraftTable = browserTable(),
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

type Schema = DBSchema & {
  drafts: { key: [string, string, string]; value: DraftRow; indexes: { owner: string } };
};

function browserTable(): DraftTable {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  // Opened on first use: a store is also made where there is no browser, for the first picture of a page.
  const database = () => (opened ??= open());
  return {
    list: async (owner) => (await database()).getAllFromIndex("drafts", "owner", owner),
    async put(row) {
      await (await database()).put("drafts", row);
    },
    async remove([owner, tab, claimId], isExpected) {
      const change = (await database()).transaction("drafts", "readwrite");
      const row = await change.store.get([owner, tab, claimId]);
      if (row && isExpected(row)) await change.store.delete([owner, tab, claimId]);
      await change.done;
    },
  };
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>("assay", 1, {
    upgrade(db) {
      const store = db.createObjectStore("drafts", { keyPath: ["owner", "tab", "claimId"] });
      store.createIndex("owner", "owner");
    },
  });
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
