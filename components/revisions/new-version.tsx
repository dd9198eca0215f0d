"use client";

import { useMemo, type SubmitEvent } from "react";
import type { StandingClaim } from "@/lib/core/anchors/changes";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Workbench } from "@/lib/core/claims/workbench";
import { problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { ChangeList } from "./change-list";
import { AtStake, BecameSentence, SameClaim } from "./claim-decision";
import { countDecided, freePartners, type Decided } from "./decided-changes";
import { FateCounts } from "./fate-counts";
import type { Fate } from "./fate-words";
import { useNewVersion, type Preview } from "./use-new-version";
import { TextOrigins } from "./text-origins";
import { useShortcuts } from "@/components/keys/keys-context";
import { useSteps } from "./use-steps";

type NewVersionProps = { readonly workbench: Workbench };
type Version = ReturnType<typeof useNewVersion>;

/** A new version, pasted, fetched or from a file: what becomes of every claim is shown, and can be decided otherwise, before anything is written. */
export function NewVersion({ workbench }: NewVersionProps) {
  const { member, article, text: current } = workbench;
  const version = useNewVersion({
    workspace: member.workspace.slug,
    memberId: member.memberId,
    articleId: article.id,
  });
  const { text, preview, busy, problem, change, look } = version;
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy === "idle") look();
  }
  return (
    <section aria-labelledby="new-version">
      <h2 id="new-version" className="font-serif text-2xl font-semibold tracking-tight">
        Bring in a new version
      </h2>
      <form onSubmit={onSubmit} className="mt-4 flex flex-col gap-3">
        <TextArea
          label="The whole text as it is now"
          hint="Nothing is written before you have seen what becomes of the claims."
          dir={article.direction}
          lang={article.language}
          required
          rows={preview ? 5 : 14}
          value={text}
          className="font-serif text-base leading-7"
          onChange={(event) => change(event.target.value)}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button look={preview ? "outline" : "primary"} type="submit" disabled={busy !== "idle"}>
            {busy === "looking" ? "Comparing…" : "See what changes"}
          </Button>
          {text === "" ? (
            <TextOrigins url={article.url} revision={article.revision} current={current} version={version} />
          ) : (
            <span className="text-xs text-muted">The draft is kept in this tab.</span>
          )}
        </div>
      </form>
      {problem ? (
        <Trouble problem={problem} version={version} slug={member.workspace.slug} articleId={article.id} />
      ) : null}
      {preview ? <Outcome preview={preview} version={version} workbench={workbench} /> : null}
    </section>
  );
}

type TroubleProps = {
  readonly problem: Problem;
  readonly version: Version;
  readonly slug: string;
  readonly articleId: string;
};

/** Why it did not work; what was pasted stays. */
function Trouble({ problem, version, slug, articleId }: TroubleProps) {
  const isLate = problem.code === "stale_version";
  const here = `/w/${slug}/articles/${articleId}/revisions`;
  const title = isLate ? "Somebody brought in a version meanwhile" : "That did not work";
  return (
    <div className="mt-5">
      <Banner
        look={isLate ? "attention" : "error"}
        title={problem.status === 401 ? "You are signed out" : title}
        actions={
          problem.status === 401 ? (
            <a href={`/sign-in?from=${encodeURIComponent(here)}`} className={buttonClass("primary")}>
              Sign in again
            </a>
          ) : isLate ? (
            <Button onClick={version.look}>Compare with the newest</Button>
          ) : null
        }
      >
        {isLate ? "Nothing was written." : problemWords(problem)}
        {version.text === "" ? null : " Your text is still here."}
      </Banner>
    </div>
  );
}

type OutcomeProps = { readonly preview: Preview; readonly version: Version; readonly workbench: Workbench };

function Outcome({ preview, version, workbench }: OutcomeProps) {
  const { revision, outcome } = preview.result;
  const seen = workbench.article.revision;
  if (outcome === "unchanged") {
    return (
      <div className="mt-6">
        <Banner look="info" title="Nothing changes">
          This is the text of revision {revision}, sign by sign.
        </Banner>
      </div>
    );
  }
  return (
    <div className="mt-8 border-t border-hairline pt-6">
      {revision - 1 === seen ? null : (
        <div className="mb-5">
          <Banner look="attention" title={`Revision ${revision - 1} came in meanwhile`}>
            You opened this page with revision {seen}. This is the difference from the newest one.
          </Banner>
        </div>
      )}
      <Decisions preview={preview} version={version} workbench={workbench} />
    </div>
  );
}

/** The changes with the keys to go through them, and the button that makes them so. */
function Decisions({ preview, version, workbench }: OutcomeProps) {
  const { result } = preview;
  const { decided, decide, apply, busy } = version;
  const { next, previous } = useShortcuts();
  const counts = countDecided(result, decided);
  const summaries = useMemo(() => new Map(workbench.claims.map((claim) => [claim.id, claim])), [workbench]);
  const { language, direction } = workbench.article;
  const isChanged = (claimId: string) => result.changed.some(({ id }) => id === claimId);
  useSteps({
    s: (claimId) => {
      if (isChanged(claimId)) decide(claimId, undefined);
    },
    d: (claimId) => {
      if (isChanged(claimId)) decide(claimId, null);
    },
  });
  return (
    <>
      <h2 className="mb-2 font-serif text-2xl font-semibold tracking-tight">
        Revision {result.revision} will be
      </h2>
      <FateCounts counts={counts} />
      <div className="sticky bottom-0 z-10 mt-4 mb-6 flex flex-wrap items-center gap-x-5 gap-y-2 border-y border-hairline bg-paper py-3 sm:top-0 sm:bottom-auto">
        <Button look="primary" disabled={busy !== "idle"} onClick={apply}>
          {busy === "applying" || busy === "leaving" ? "Applying…" : `Apply as revision ${result.revision}`}
        </Button>
        <p className="text-xs text-muted max-lg:hidden">
          <Kbd>{next.shown}</Kbd> next change <Kbd className="ms-3">{previous.shown}</Kbd> previous
        </p>
      </div>
      <ChangeList
        changes={result}
        language={language}
        direction={direction}
        beforeLabel={`Revision ${result.revision - 1}`}
        afterLabel={`Revision ${result.revision}`}
        under={(fate, claim) => (
          <UnderClaim
            fate={fate}
            claim={claim}
            summary={summaries.get(claim.id ?? "")}
            preview={preview}
            version={version}
            workbench={workbench}
          />
        )}
      />
      {counts.changed + counts.deleted + counts.added + counts.moved === 0 ? (
        <p className="text-muted">
          Only white space, line breaks or the curl of quotes differ. Every claim is carried.
        </p>
      ) : null}
    </>
  );
}

type UnderClaimProps = OutcomeProps & {
  readonly fate: Fate;
  readonly claim: StandingClaim;
  readonly summary: ClaimSummary | undefined;
};

/** What stands under a claim of the list: what is at stake, and what can be decided. */
function UnderClaim({ fate, claim, summary, ...rest }: UnderClaimProps) {
  const { id } = claim;
  if (fate === "added") return <AddedNote claim={claim} decided={rest.version.decided} />;
  if (id === null) return null;
  return (
    <>
      {summary ? <AtStake claim={summary} scale={rest.workbench.scale} /> : null}
      {fate === "changed" ? (
        <SameClaim
          decision={rest.version.decided.get(id)}
          onDecide={(sentence) => rest.version.decide(id, sentence)}
        />
      ) : null}
      {fate === "deleted" && claim.kind === "sentence" ? <Became claim={claim} id={id} {...rest} /> : null}
    </>
  );
}

function AddedNote({ claim, decided }: { readonly claim: StandingClaim; readonly decided: Decided }) {
  const isTaken = [...decided.values()].includes(claim.ordinal);
  if (!isTaken && claim.id === null) return null;
  return (
    <p className="text-xs text-muted">
      {isTaken
        ? "A claim from before goes on here."
        : "A claim that was deleted earlier comes back, with all it had."}
    </p>
  );
}

function Became({
  preview,
  version,
  workbench,
  claim,
  id,
}: OutcomeProps & { readonly claim: StandingClaim; readonly id: string }) {
  const { result } = preview;
  const { decided, decide } = version;
  const { language, direction } = workbench.article;
  const given = decided.get(id);
  return (
    <BecameSentence
      claim={claim}
      partners={freePartners(result, decided)}
      chosen={[...result.added, ...result.changed].find(({ ordinal }) => ordinal === given) ?? null}
      onDecide={(sentence) => decide(id, sentence)}
      language={language}
      direction={direction}
    />
  );
}
