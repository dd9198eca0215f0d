import type { AnnotationInput, CitationInput } from "@/lib/core/annotations/annotation";
import { changeClaim } from "@/lib/server/claims/commands";
import { publishReport } from "@/lib/server/reports/commands";
import { reviewAnnotation } from "@/lib/server/review/commands";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { listClaims } from "@/lib/server/articles/queries";
import { importArticle } from "@/lib/server/articles/commands";
import { applyRevision } from "@/lib/server/revisions/commands";
import { writeNote } from "@/lib/server/notes/commands";
import { annotate, cite, type DemoDesk, type Person } from "./factories";
import { citePage } from "./snapshots";

// Everything here is invented: the ship, the town, the sources. The .example domain belongs to nobody.
const firstText = `The lightship Margarethe was launched in 1907 at the Kallweit yard in Brunshafen. She is 38 metres long and weighs 412 tonnes.

Her lamp could be seen 21 nautical miles away. No other lightship has saved more lives. She is the most beautiful ship in the harbour.

She served for exactly seventy years.`;

const secondText = `${firstText.replace("exactly seventy years", "almost seventy years")}

In 1954 she was rammed twice by the same freighter. Her crew numbered eleven men in winter. The city bought her in 1978 for one mark.

The restoration cost 2.3 million euros. Half of that was paid by private donors. The museum counted 60,000 visitors in its first year. Entry has been free since 2012.`;

/** One short article in every state: published as report no. 1, then a longer revision of which the desk has done a part. */
export async function seedLightship(desk: DemoDesk): Promise<void> {
  const { id: articleId } = await importArticle(
    desk.editor.actor,
    { workspace: desk.slug },
    {
      title: "What the harbour museum says about its lightship",
      text: firstText,
      byline: "Museum brochure",
      publisher: "Brunshafen Harbour Museum",
      url: "https://museum.brunshafen.example/margarethe",
      publishedAt: "2026-05-02",
      language: "en",
      policy: "single",
    },
  );
  await workFirstRevision(desk, articleId);
  await publishReport(desk.editor.actor, { workspace: desk.slug, articleId });
  const target = { workspace: desk.slug, articleId, baseRevision: 1 };
  await applyRevision(desk.editor.actor, target, { text: secondText });
  await workSecondRevision(desk, articleId);
}

type ClaimOf = (ordinal: number) => string;

async function claimIds(desk: DemoDesk, articleId: string): Promise<ClaimOf> {
  const claims = await listClaims(desk.editor.actor, { workspace: desk.slug, articleId });
  return (ordinal) => {
    const claim = claims.find((candidate) => candidate.ordinal === ordinal);
    if (!claim) throw new Error(`The lightship article has no claim ${ordinal}`);
    return claim.id;
  };
}

async function workFirstRevision(desk: DemoDesk, articleId: string): Promise<void> {
  const claim = await claimIds(desk, articleId);
  const register = await citeRegister(desk);
  await ruleOnShip(desk, claim, register);
  await ruleOnService(desk, claim, register);
}

function citeRegister(desk: DemoDesk): Promise<CitationInput> {
  return citePage(
    desk,
    desk.reviewer1,
    {
      title: "Register of ships, entry 1907/33",
      publisher: "Brunshafen port authority",
      url: "https://register.brunshafen.example/1907/33",
      publishedOn: "1907-09-14",
    },
    {
      quote: "Margarethe, lightship, Kallweit yard, launched 14 September 1907; length 38.1 m; 412 t.",
      locator: "p. 33",
    },
    "Register of ships. Entry 33 of 1907. Margarethe, lightship, Kallweit yard, launched 14 September 1907; length 38.1 m; 412 t. Entry 34 of 1907. Anna, dredger.",
  );
}

/** A search for the other side, which found nothing useful. */
function searchedFor(sought: "supports" | "refutes", query: string, place: string) {
  return {
    query,
    place,
    sought,
    useful: false,
    outcome: sought === "refutes" ? "Nothing against it" : "Nothing for it",
  };
}

async function ruleOnShip(desk: DemoDesk, claim: ClaimOf, register: CitationInput): Promise<void> {
  const { slug, reviewer1 } = desk;
  const lights = await cite(
    slug,
    reviewer1,
    {
      title: "List of lights of the northern approaches",
      publisher: "Hydrographic office",
      publishedOn: "1911",
    },
    {
      stance: "refutes",
      quote: "Margarethe: white, 14 nautical miles in clear weather.",
      locator: "no. 212",
    },
  );
  await settle(desk, reviewer1, claim(1), {
    verdict: "true",
    confidence: 4,
    rationale: "Yard, year and name stand in the port authority’s register.",
    citations: [register],
    searches: [searchedFor("refutes", "Margarethe 1908 launch", "Gazette archive 1907–1974")],
  });
  await settle(desk, reviewer1, claim(2), {
    verdict: "mostly_true",
    confidence: 3,
    rationale: "412 tonnes is right. The length is rounded down by ten centimetres.",
    citations: [register],
    searches: [searchedFor("refutes", "Margarethe tonnage", "Yard’s drawings, city archive")],
  });
  await settle(desk, reviewer1, claim(3), {
    verdict: "mixed",
    confidence: 2,
    rationale: "The list of lights gives 14 nautical miles; 21 may hold for the stronger lamp of 1949.",
    citations: [lights],
    searches: [
      searchedFor("supports", "Margarethe 21 nautical miles", "Hydrographic office, lists 1907–1974"),
    ],
  });
}

async function ruleOnService(desk: DemoDesk, claim: ClaimOf, register: CitationInput): Promise<void> {
  const { slug, editor, reviewer2 } = desk;
  const closing = await citePage(
    desk,
    reviewer2,
    {
      title: "Last watch on the Margarethe",
      publisher: "Brunshafen Gazette",
      url: "https://gazette.example/1974/11/02",
    },
    { stance: "refutes", quote: "After 67 years she was towed in on Friday.", accessedOn: "2026-05-11" },
    "Last watch on the Margarethe. After 67 years, she was towed in on Friday evening. The crew went ashore at seven.",
  );
  await settle(desk, reviewer2, claim(4), {
    verdict: "not_enough_evidence",
    confidence: 3,
    rationale: "No register counts lives saved by ship, so nobody can know this.",
    searches: [
      {
        query: "lives saved by lightships, ranking",
        place: "National maritime library, catalogue",
        outcome: "No such list",
      },
      {
        query: "Margarethe rescue",
        place: "Gazette archive 1907–1974",
        outcome: "Four rescues, no comparison",
        useful: true,
      },
    ],
    noSourceFound: true,
  });
  await changeClaim(
    editor.actor,
    { workspace: slug, claimId: claim(5), baseVersion: 1 },
    { disposition: "opinion", dispositionReason: "A matter of taste" },
  );
  await settle(desk, reviewer2, claim(6), {
    verdict: "mostly_false",
    confidence: 4,
    rationale: "It was 67 years: launched in 1907, towed in in 1974.",
    citations: [closing, register],
  });
}

async function workSecondRevision(desk: DemoDesk, articleId: string): Promise<void> {
  const claim = await claimIds(desk, articleId);
  await leaveOpen(desk, claim);
  await leaveContested(desk, claim);
}

async function leaveOpen(desk: DemoDesk, claim: ClaimOf): Promise<void> {
  const { slug, editor, reviewer1, reviewer2 } = desk;
  const minutes = await cite(
    slug,
    reviewer2,
    { title: "Minutes of the city council, 8 March 1978", publisher: "City of Brunshafen" },
    { quote: "The council buys the lightship Margarethe for the sum of one mark.", locator: "item 7" },
  );
  const accounts = await citePage(
    desk,
    reviewer1,
    {
      title: "Annual accounts 2011",
      publisher: "Friends of the Margarethe",
      url: "https://friends.example/accounts/2011",
    },
    { quote: "Restoration, total: 2,304,118 euros", locator: "p. 12" },
    "Friends of the Margarethe, accounts of 2011. Restoration, total: 2,304,118 euros, of which donations: 1,097,220 euros.",
  );
  await annotate(slug, reviewer1, claim(8), {
    verdict: "mostly_true",
    rationale: "The muster roll of 1936 has eleven; I still look for",
  });
  await annotate(slug, reviewer2, claim(9), {
    verdict: "true",
    confidence: 4,
    rationale: "The council’s minutes say exactly that.",
    citations: [minutes],
    submit: true,
  });
  const figures = { verdict: "true", rationale: "The accounts give 2,304,118 euros.", citations: [accounts] };
  await annotate(slug, reviewer1, claim(10), { ...figures, confidence: 4, submit: true });
  await review(desk, editor, claim(10), {
    decision: "comment",
    comment: "Does the sum include the new engine?",
  });
}

async function leaveContested(desk: DemoDesk, claim: ClaimOf): Promise<void> {
  const { slug, reviewer1, reviewer2 } = desk;
  const prices = await citePage(
    desk,
    reviewer1,
    {
      title: "Opening hours and prices",
      publisher: "Brunshafen Harbour Museum",
      url: "https://museum.brunshafen.example/visit",
    },
    { stance: "refutes", quote: "Adults 6 euros, children free", accessedOn: "2026-05-12" },
    "Open daily from ten to five. Adults 7 euros, children free. Groups by arrangement.",
  );
  await annotate(slug, reviewer1, claim(11), {
    verdict: "mostly_true",
    rationale: "Donations of 1.1 million.",
    submit: true,
  });
  await review(desk, reviewer2, claim(11), {
    decision: "request_changes",
    reasons: ["source_missing"],
    comment: "Where does the figure for the donations come from?",
  });
  await annotate(slug, reviewer1, claim(12), {
    verdict: "mostly_false",
    rationale: "The ticket office counted 41,000 in twelve months.",
    submit: true,
  });
  await annotate(slug, reviewer2, claim(12), {
    verdict: "mostly_true",
    rationale: "With school classes, who need no ticket, it comes close to 60,000.",
    submit: true,
  });
  await writeNote(
    reviewer2.actor,
    { workspace: slug, claimId: claim(12) },
    { body: "Do we count **school classes** as visitors?" },
  );
  await settle(desk, reviewer1, claim(13), {
    verdict: "false",
    confidence: 4,
    rationale: "The museum’s own page asks six euros of adults.",
    citations: [prices],
  });
}

/** Submitted by one, approved by the editor: ruled. */
async function settle(
  desk: DemoDesk,
  person: Person,
  claimId: string,
  input: Partial<AnnotationInput>,
): Promise<void> {
  await annotate(desk.slug, person, claimId, { ...input, submit: true });
  await review(desk, desk.editor, claimId, { decision: "approve" });
}

type Decision =
  | { readonly decision: "approve" }
  | { readonly decision: "comment"; readonly comment: string }
  | { readonly decision: "request_changes"; readonly comment: string; readonly reasons: ["source_missing"] };

async function review(desk: DemoDesk, reviewer: Person, claimId: string, decision: Decision): Promise<void> {
  const { colleagues } = await getClaimDetail(reviewer.actor, { workspace: desk.slug, claimId });
  const [annotation] = colleagues;
  if (annotation?.sight !== "full") throw new Error("There is nothing to review");
  const target = { workspace: desk.slug, annotationId: annotation.id };
  await reviewAnnotation(reviewer.actor, target, {
    reasons: [],
    comment: "",
    ...decision,
    version: annotation.version,
  });
}
