import "server-only";
import { z } from "zod";
import {
  doiAddress,
  publicationOfCsl,
  publicationOfPage,
  readReference,
  type Publication,
} from "@/lib/core/sources/publication";
import { db } from "../db/client";
import { fetchPage, type Wanted } from "../fetching/fetch-page";
import { withSlot } from "../fetching/slots";
import { fetchOrSay, KeepFailure, readPage, theWorld, type World } from "./read-page";
import { advance, finish, takeSourceJob, type SourceJob } from "./watched-job";

export const lookupInput = z.object({ reference: z.string() });

/** Finds out what a publication is called, by whom and from when, for a person who looks at it before it is added. */
export async function lookUpSource(target: SourceJob, world: World = theWorld): Promise<void> {
  const job = await takeSourceJob(target);
  if (!job) return;
  const { reference } = lookupInput.parse(job.input);
  try {
    const found = await findPublication(target, reference, world);
    await finish(db(), target, "done", { found });
  } catch (error) {
    if (!(error instanceof KeepFailure)) throw error;
    await finish(db(), target, "failed", { problem: error.reason });
  }
}

async function findPublication(target: SourceJob, text: string, world: World): Promise<Publication> {
  const reference = readReference(text);
  if (!reference) throw new KeepFailure("unreachable");
  if (reference.kind === "doi") {
    const registered = await askRegistry(target.workspaceId, reference.doi, world);
    if (registered) return registered;
  }
  const url = reference.kind === "doi" ? doiAddress(reference.doi, world.registry) : reference.url;
  const page = await readPage(target.workspaceId, url, world, () => advance(target, 2));
  const publication = publicationOfPage(page.found, page);
  return reference.kind === "doi" ? { ...publication, url: doiAddress(reference.doi) } : publication;
}

/** Citation Style Language JSON, which the agencies behind doi.org give when they are asked for it. */
const cslRecord: Wanted = {
  accept: "application/vnd.citationstyles.csl+json",
  mediaTypes: ["application/vnd.citationstyles.csl+json", "application/json"],
};

/** What is registered under a DOI; null where no record is given, so that the page itself has to tell. */
async function askRegistry(workspaceId: string, doi: string, world: World): Promise<Publication | null> {
  try {
    const { bytes } = await withSlot(workspaceId, () =>
      fetchOrSay(() => fetchPage(doiAddress(doi, world.registry), world.outside, cslRecord)),
    );
    return publicationOfCsl(JSON.parse(bytes.toString("utf8")) as unknown, doi);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if (error instanceof KeepFailure && (error.reason === "type" || error.reason === "refused")) return null;
    throw error;
  }
}
