import { saveAnnotation } from "../../lib/server/annotations/commands";
import { listClaims } from "../../lib/server/articles/queries";
import { annotation, type Desk } from "../../seeds/factories";
import { timingOf, type Timing } from "../filled-desk";

type Article = { readonly id: string; readonly claims: readonly { readonly id: string }[] };

type Both = Readonly<Record<"short" | "long", Timing>>;

const rounds = 300;
const warmUp = 20;

/**
 * Milliseconds of the server's functions, in turn for the one article and the other: saving a verdict, and telling a
 * colleague's screen of it.
 */
export async function saveTimes(
  { slug: workspace, reviewer2 }: Desk,
  short: Article,
  long: Article,
): Promise<Readonly<Record<"save" | "tell", Both>>> {
  const save = async (article: Article, round: number) => {
    const claimId = article.claims.at(-1)?.id ?? "";
    await saveAnnotation(
      reviewer2.actor,
      { workspace, claimId, baseVersion: round },
      annotation({ verdict: round % 2 === 0 ? "true" : "false" }),
    );
  };
  const tell = async (article: Article) => {
    const id = [article.claims.at(-1)?.id ?? ""];
    await listClaims(reviewer2.actor, { workspace, articleId: article.id }, { id });
  };
  return { save: await inTurn(short, long, save), tell: await inTurn(short, long, tell) };
}

/** What a loaded machine does to the one it does to the other. */
async function inTurn(
  short: Article,
  long: Article,
  call: (article: Article, round: number) => Promise<void>,
): Promise<Both> {
  const took: Record<"short" | "long", number[]> = { short: [], long: [] };
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const turns = [
      ["short", short],
      ["long", long],
    ] as const;
    for (const [name, article] of round % 2 === 0 ? turns : turns.toReversed()) {
      const began = performance.now();
      await call(article, round);
      if (round >= warmUp) took[name].push(performance.now() - began);
    }
  }
  return { short: timingOf(took.short), long: timingOf(took.long) };
}
