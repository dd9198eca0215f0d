import "server-only";
import * as agreement from "./endpoints/agreement";
import * as annotations from "./endpoints/annotations";
import * as articles from "./endpoints/articles";
import * as assignments from "./endpoints/assignments";
import * as claims from "./endpoints/claims";
import * as events from "./endpoints/events";
import * as exported from "./endpoints/exports";
import * as history from "./endpoints/history";
import * as jobs from "./endpoints/jobs";
import * as keys from "./endpoints/keys";
import * as me from "./endpoints/me";
import * as members from "./endpoints/members";
import * as notes from "./endpoints/notes";
import * as notifications from "./endpoints/notifications";
import * as openapi from "./endpoints/openapi";
import * as queue from "./endpoints/queue";
import * as reports from "./endpoints/reports";
import * as reviews from "./endpoints/reviews";
import * as revisions from "./endpoints/revisions";
import * as found from "./endpoints/search";
import * as settings from "./endpoints/settings";
import * as sources from "./endpoints/sources";
import * as tokens from "./endpoints/tokens";
import * as validation from "./endpoints/validation";
import * as webhooks from "./endpoints/webhooks";
import type { Endpoint } from "./endpoint";

const rooms: readonly Readonly<Record<string, unknown>>[] = [
  articles,
  claims,
  annotations,
  reviews,
  revisions,
  reports,
  exported,
  sources,
  found,
  notes,
  queue,
  assignments,
  notifications,
  events,
  history,
  agreement,
  jobs,
  members,
  tokens,
  webhooks,
  settings,
  keys,
  me,
  validation,
  openapi,
];

/** Every operation of the API, room by room in the order in which the page shows them. */
export const allEndpoints: readonly Endpoint[] = rooms.flatMap((room) => Object.values(room) as Endpoint[]);
