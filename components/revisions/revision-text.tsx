import Link from "next/link";
import type { RevisionChanges, StandingClaim } from "@/lib/core/anchors/changes";
import type { RevisionView } from "@/lib/core/anchors/revision";
import type { ArticleSummary } from "@/lib/core/articles/article";
import { layoutClaims, type Piece } from "@/components/galley/layout-claims";
import { fateWords, type Fate } from "./fate-words";

type RevisionTextProps = {
  readonly revision: RevisionView;
  readonly changes: RevisionChanges;
  readonly article: ArticleSummary;
  /** The article's address, for the claims of the newest revision. */
  readonly base: string;
};

const marked: readonly Fate[] = ["changed", "moved", "added"];

/** The text of a revision as it was, to the sign; claims that it changed, moved or added are marked. */
export function RevisionText({ revision, changes, article, base }: RevisionTextProps) {
  const claims = revision.claims.flatMap((claim) => (claim.id === null ? [] : [{ ...claim, id: claim.id }]));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const fateOf = new Map(marked.flatMap((fate) => changes[fate].map(({ id }) => [id, fate] as const)));
  const isNewest = revision.number === article.revision;
  return (
    <div lang={article.language} dir={article.direction} className="max-w-[40rem] font-serif text-reading">
      {layoutClaims(revision.text, claims).map(({ start, pieces }) => (
        <p key={start} className="mb-5 wrap-anywhere whitespace-pre-line lazily-laid-out">
          {pieces.map((piece, place) => (
            <TextPiece
              key={place}
              piece={piece}
              claim={byId.get(piece.claimId ?? "")}
              // Of the first revision everything is new, and nothing is news.
              fate={revision.number === 1 ? undefined : fateOf.get(piece.claimId)}
              href={isNewest && piece.claimId ? `${base}?claim=${piece.claimId}` : null}
            />
          ))}
        </p>
      ))}
    </div>
  );
}

type TextPieceProps = {
  readonly piece: Piece;
  readonly claim: StandingClaim | undefined;
  readonly fate: Fate | undefined;
  readonly href: string | null;
};

function TextPiece({ piece, claim, fate, href }: TextPieceProps) {
  const words = fate ? (
    <span className="underline decoration-accent decoration-2 underline-offset-[0.32em]">{piece.text}</span>
  ) : (
    piece.text
  );
  if (!claim || !piece.opens) return words;
  const number = `${fate ? `${fateWords[fate].sign} ` : ""}${claim.ordinal}`;
  const name = `Claim ${claim.ordinal}${fate ? `, ${fateWords[fate].name}` : ""}`;
  return (
    <>
      <sup className="me-1 font-sans text-2xs text-muted">
        {href ? (
          <Link href={href} aria-label={name} className="underline-offset-2 hover:underline">
            {number}
          </Link>
        ) : (
          <span title={name}>{number}</span>
        )}
      </sup>
      {words}
    </>
  );
}
