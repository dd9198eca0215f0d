import "server-only";
import { newId } from "../db/new-id";
import type { Tx } from "../db/client";
import { keptText, readPage, type World } from "./read-page";

/** A snapshot before it is written. */
export type NewSnapshot = {
  readonly id: string;
  readonly url: string;
  readonly mediaType: string;
  readonly text: string;
  readonly sha256: string;
};

/** @throws KeepFailure, Refusal too_many */
export async function fetchSnapshot(
  workspaceId: string,
  url: string,
  world: World,
  onReading?: () => Promise<void>,
): Promise<NewSnapshot> {
  const page = await readPage(workspaceId, url, world, onReading);
  return { id: newId(), url: page.url, mediaType: page.mediaType, ...keptText(page.found) };
}

type For = {
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly takenById: string;
  readonly forCitation: boolean;
};

export async function writeSnapshot(tx: Tx, snapshot: NewSnapshot, whose: For): Promise<void> {
  await tx.snapshot.createMany({ data: [{ ...snapshot, ...whose }], skipDuplicates: true });
}
