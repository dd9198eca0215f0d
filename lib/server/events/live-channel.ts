import "server-only";

/** What PostgreSQL tells of new lines of history on. */
export const liveChannel = "assay_events";
