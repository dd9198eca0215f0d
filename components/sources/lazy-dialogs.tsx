"use client";

import { lazy } from "react";

/** The dialogs of evidence come when they are first opened: a page that is only read does without them. */
export const SourceDialog = lazy(() =>
  import("./source-dialog").then((module) => ({ default: module.SourceDialog })),
);
export const SearchDialog = lazy(() =>
  import("./search-dialog").then((module) => ({ default: module.SearchDialog })),
);
