"use client";

import { useId, useLayoutEffect, useRef, type ReactNode } from "react";

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: "narrow" | "wide";
};

/** A modal dialog while it is mounted. The browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, onClose, children, width = "narrow" }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed before it leaves the document, or the browser does not give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    // React's autoFocus comes before the dialog is open: the first field is what one came for.
    element?.querySelector<HTMLElement>("form input, form textarea")?.focus();
    return () => {
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={
        "m-auto max-h-[92dvh] w-[calc(100vw-1.5rem)] overflow-y-auto rounded-lg border border-hairline bg-paper p-0 text-ink " +
        (width === "wide" ? "max-w-4xl" : "max-w-lg")
      }
    >
      <div className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-hairline bg-paper px-5 py-3">
        <h2 id={titleId} className="text-base font-semibold">
          {title}
        </h2>
        <button
          type="button"
          onClick={onClose}
          className="-me-1.5 rounded px-1.5 text-sm text-muted hover:text-ink"
        >
          Close
        </button>
      </div>
      <div className="px-5 py-4">{children}</div>
    </dialog>
  );
}
