import type { SaveItem } from "./save-item";

/** A stored item, without its phase: what was sent before is simply sent again under its key. */
export type Draft = Pick<SaveItem, "claimId" | "base" | "edits">;

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

const storeName = "drafts";
const ownerIndex = "owner";

/**
 * The table of drafts in this browser's IndexedDB. What it promises is kept once the transaction is complete.
 * @throws what the browser says where it cannot store (a private window, a full disk).
 */
export function deviceTable(): DraftTable {
  let opened: Promise<IDBDatabase> | null = null;
  // Opened on first use: a store is also made where there is no browser, for the first picture of a page.
  const forget = () => {
    opened = null;
  };
  const database = () => (opened ??= open(forget));
  const begin = async (mode: IDBTransactionMode) => (await database()).transaction(storeName, mode);
  return {
    async list(owner) {
      const store = (await begin("readonly")).objectStore(storeName);
      return answerOf(store.index(ownerIndex).getAll(owner) as IDBRequest<DraftRow[]>);
    },
    async put(row) {
      const change = await begin("readwrite");
      change.objectStore(storeName).put(row);
      await endOf(change);
    },
    async remove([owner, tab, claimId], isExpected) {
      const change = await begin("readwrite");
      const store = change.objectStore(storeName);
      const key = [owner, tab, claimId];
      const asked = store.get(key) as IDBRequest<DraftRow | undefined>;
      asked.onsuccess = () => {
        if (asked.result && isExpected(asked.result)) store.delete(key);
      };
      await endOf(change);
    },
  };
}

/** `onLost` is called when it could not be opened, or the browser has closed it: the next draft tries anew. */
async function open(onLost: () => void): Promise<IDBDatabase> {
  const asked = indexedDB.open("assay", 1);
  asked.onupgradeneeded = () => {
    const store = asked.result.createObjectStore(storeName, { keyPath: ["owner", "tab", "claimId"] });
    store.createIndex(ownerIndex, "owner");
  };
  try {
    const database = await answerOf(asked);
    database.onclose = onLost;
    return database;
  } catch (error) {
    onLost();
    throw error;
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(reasonOf(request.error));
    };
  });
}

function endOf(change: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    change.oncomplete = () => {
      resolve();
    };
    change.onabort = () => {
      reject(reasonOf(change.error));
    };
  });
}

const reasonOf = (error: DOMException | null) => error ?? new Error("The browser stored nothing");
