import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { SaveItem } from "./save-item";

/** Whose drafts: one person's at one desk. Another person on the same browser has another owner and finds nothing. */
export type DraftOwner = { readonly memberId: string; readonly workspace: string };

/** A stored item, without its phase: what was sent before is simply sent again under its key. */
export type Draft = Pick<SaveItem, "claimId" | "base" | "edits">;

export type DraftStore = {
  put(draft: Draft): Promise<void>;
  remove(claimId: string): Promise<void>;
  /** Takes over what tabs that are gone have left behind. */
  adopt(): Promise<readonly Draft[]>;
};

type Row = Draft & { readonly owner: string; readonly tab: string };

type Schema = DBSchema & {
  drafts: { key: [string, string, string]; value: Row; indexes: { owner: string } };
};

const lockPrefix = "assay-tab-";

/**
 * Drafts in IndexedDB, one row a tab and claim, so that two tabs do not overwrite each other. A tab holds a lock under
 * its name while it lives: rows of tabs without a lock are nobody's and are adopted by the next one that opens.
 */
export function createDraftStore(owner: DraftOwner): DraftStore {
  const tab = crypto.randomUUID();
  const ownerKey = `${owner.workspace}/${owner.memberId}`;
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  // Opened on first use: a store is also made where there is no browser, for the first picture of a page.
  function database() {
    if (!opened) holdLock(tab);
    opened ??= open();
    return opened;
  }
  return {
    async put({ claimId, base, edits }) {
      await (await database()).put("drafts", { claimId, base, edits, owner: ownerKey, tab });
    },
    async remove(claimId) {
      await (await database()).delete("drafts", [ownerKey, tab, claimId]);
    },
    async adopt() {
      const db = await database();
      const living = await livingTabs();
      const rows = (await db.getAllFromIndex("drafts", "owner", ownerKey)).filter(
        (row) => !living.has(row.tab),
      );
      const change = db.transaction("drafts", "readwrite");
      for (const row of rows) {
        await change.store.put({ ...row, tab });
        await change.store.delete([row.owner, row.tab, row.claimId]);
      }
      await change.done;
      return rows;
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

function holdLock(tab: string): void {
  // Web locks need a secure context; without them every row counts as left behind, which only repeats sends by key.
  if (!("locks" in navigator)) return;
  void navigator.locks.request(`${lockPrefix}${tab}`, () => new Promise<void>(() => undefined));
}

async function livingTabs(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : [])),
  );
}
