import { saveAnnotation } from "../../lib/server/annotations/commands";
import { listClaims } from "../../lib/server/articles/queries";
import { annotation, type Desk } from "../../seeds/factories";
import { timeCalls, type Timing } from "../filled-desk";

type Article = { readonly id: string; readonly claims: readonly { readonly id: string }[] };

export type SaveTimes = { readonly save: Timing; readonly tell: Timing };

const rounds = 100;

/** Milliseconds of the server's functions: saving a verdict, and telling a colleague's screen of it. */
export async function saveTimes({ slug: workspace, reviewer2 }: Desk, article: Article): Promise<SaveTimes> {
  const claimId = article.claims.at(-1)?.id ?? "";
  const save = await timeCalls(rounds, (round) =>
    saveAnnotation(
      reviewer2.actor,
      { workspace, claimId, baseVersion: round },
      annotation({ verdict: round % 2 === 0 ? "true" : "false" }),
    ),
  );
  const target = { workspace, articleId: article.id };
  const tell = await timeCalls(rounds, () => listClaims(reviewer2.actor, target, { id: [claimId] }));
  return { save, tell };
}
