"use client";

import { Suspense } from "react";
import { SearchDialog, SourceDialog } from "@/components/sources/lazy-dialogs";
import type { MadeWork } from "@/components/assignments/use-assign-plan";
import { useDesk, type WorkbenchDialog } from "./desk-context";
import { AssignDialog, ShortcutDialog } from "./later-parts";

type DialogsProps = {
  readonly dialog: WorkbenchDialog | null;
  readonly claimId: string | null;
  /** The claims that somebody is to be given. */
  readonly toAssign: readonly string[];
  readonly onClose: () => void;
};

export function WorkbenchDialogs(props: DialogsProps) {
  return (
    <Suspense fallback={null}>
      <OpenDialog {...props} />
    </Suspense>
  );
}

function OpenDialog({ dialog, claimId, toAssign, onClose }: DialogsProps) {
  const { store, scale } = useDesk();
  if (dialog === "help") return <ShortcutDialog scale={scale} onClose={onClose} />;
  if (dialog === "assign") {
    const onDone = (made: MadeWork) => {
      onClose();
      if (made.items.length > 0) store.steps.push({ kind: "work", way: "take_back", ...made });
      store.hear(new Set(toAssign));
    };
    return <AssignDialog api={store.api} claimIds={toAssign} onClose={onClose} onDone={onDone} />;
  }
  if (claimId === null) return null;
  if (dialog === "source") {
    return (
      <SourceDialog
        citation={null}
        onClose={onClose}
        onCite={(citation) =>
          void store.annotate(claimId, {
            citations: [...store.content(claimId).citations, citation],
            ...(citation.stance === "context" ? {} : { noSourceFound: false }),
          })
        }
      />
    );
  }
  if (dialog === "search") {
    return (
      <SearchDialog
        onClose={onClose}
        onLog={(entry) =>
          void store.annotate(claimId, { searches: [...store.content(claimId).searches, entry] })
        }
      />
    );
  }
  return null;
}
