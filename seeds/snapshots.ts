import { createHash } from "node:crypto";
import type { CitationInput } from "@/lib/core/annotations/annotation";
import { db } from "@/lib/server/db/client";
import { cite, type DemoDesk, type Person } from "./factories";

type Page = { readonly sourceId: string; readonly url: string; readonly text: string };

/** What a page of the demo says: nobody can fetch it, so that it stands in the library from the beginning. */
async function seedSnapshot(desk: DemoDesk, person: Person, { text, ...page }: Page): Promise<void> {
  await db().snapshot.create({
    data: {
      workspaceId: desk.workspaceId,
      ...page,
      mediaType: "text/html",
      text,
      sha256: createHash("sha256").update(text, "utf8").digest("hex"),
      forCitation: false,
      takenById: person.memberId,
    },
  });
}

/** A citation of a page, with what the page says. */
export async function citePage(
  desk: DemoDesk,
  person: Person,
  source: {
    readonly title: string;
    readonly publisher: string;
    readonly url: string;
    readonly publishedOn?: string;
  },
  citation: Partial<CitationInput>,
  text: string,
): Promise<CitationInput> {
  const cited = await cite(desk.slug, person, source, citation);
  await seedSnapshot(desk, person, { sourceId: cited.sourceId, url: source.url, text });
  return cited;
}
