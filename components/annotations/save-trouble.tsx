"use client";

import type { SaveItem } from "@/lib/client/save-item";
import { newest } from "@/lib/client/save-item";
import { problemWords } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import type { Scale } from "@/lib/core/verdicts/scale";
import { useDesk } from "@/components/workbench/desk-context";
import { AnnotationView } from "./annotation-view";

type TroubleProps = { readonly item: SaveItem | undefined; readonly scale: Scale };

/** What keeps the reader's words from being saved, what was kept, and the ways on. */
export function SaveTrouble({ item, scale }: TroubleProps) {
  const { store } = useDesk();
  if (!item) return null;
  const { phase, claimId } = item;
  switch (phase.kind) {
    case "conflict":
      return <Conflict item={item} scale={scale} />;
    case "refused":
      return (
        <Banner
          look="error"
          title="This was not saved"
          actions={
            <>
              <Button
                onClick={() => {
                  store.saver.retry(claimId);
                }}
              >
                Try again
              </Button>
              <Button
                look="plain"
                onClick={() => {
                  store.saver.discard(claimId);
                }}
              >
                Give up my change
              </Button>
            </>
          }
        >
          {problemWords(phase.problem)} Your words are kept on this device.
        </Banner>
      );
    case "signed_out":
      return (
        <Banner look="error" title="You are signed out" actions={<SignInLink />}>
          Your draft is kept on this device and is sent as soon as you are back.
        </Banner>
      );
    case "waiting":
    case "sending":
    case "backing_off":
      return null;
  }
}

function SignInLink() {
  const { member } = useDesk();
  return (
    <a
      href={`/sign-in?from=${encodeURIComponent(`/w/${member.workspace.slug}`)}`}
      target="_blank"
      className={buttonClass("primary")}
    >
      Sign in again
    </a>
  );
}

function Conflict({ item, scale }: { readonly item: SaveItem; readonly scale: Scale }) {
  const { store } = useDesk();
  if (item.phase.kind !== "conflict") return null;
  const { own } = item.phase.current;
  return (
    <section aria-labelledby="conflict" className="border-y-2 border-danger py-3">
      <h3 id="conflict" className="font-semibold text-danger">
        Changed in two places
      </h3>
      <p className="mt-1 text-xs text-muted">
        You have saved version {own.version} elsewhere while you wrote this one, which started from version{" "}
        {item.base}. Nothing is lost: versions already saved stay in the history.
      </p>
      <div className="mt-3 grid gap-4">
        <div className="border-s-2 border-accent ps-3">
          <h4 className="mb-2 text-xs font-semibold">Here, not saved yet</h4>
          <AnnotationView content={newest(item).content} scale={scale} />
          <Button
            look="primary"
            className="mt-3"
            onClick={() => {
              store.saver.keepMine(item.claimId);
            }}
          >
            Keep this, as version {own.version + 1}
          </Button>
        </div>
        <div className="border-s-2 border-hairline ps-3">
          <h4 className="mb-2 text-xs font-semibold">Saved, version {own.version}</h4>
          <AnnotationView content={own.content} scale={scale} />
          <Button
            className="mt-3"
            onClick={() => {
              store.saver.takeTheirs(item.claimId);
            }}
          >
            Take the saved one
          </Button>
        </div>
      </div>
    </section>
  );
}
