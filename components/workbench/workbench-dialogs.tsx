"use client";

import { SearchDialog } from "@/components/sources/search-dialog";
import { SourceDialog } from "@/components/sources/source-dialog";
import { useDesk, type WorkbenchDialog } from "./desk-context";
import { ShortcutDialog } from "./shortcut-dialog";

type DialogsProps = {
  readonly dialog: WorkbenchDialog | null;
  readonly claimId: string | null;
  readonly onClose: () => void;
};

export function WorkbenchDialogs({ dialog, claimId, onClose }: DialogsProps) {
  const { store, scale } = useDesk();
  if (dialog === "help") return <ShortcutDialog scale={scale} onClose={onClose} />;
  if (claimId === null) return null;
  if (dialog === "source") {
    return (
      <SourceDialog
        citation={null}
        onClose={onClose}
        onCite={(citation) =>
          void store.annotate(claimId, { citations: [...store.content(claimId).citations, citation] })
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
