-- What the queue asks for at every visit, at any size of the desk: who is asked for changes, and which claims nobody has.
CREATE INDEX "review_requests" ON "review" ("workspace_id", "author_id") WHERE "decision" = 'request_changes';
CREATE INDEX "claim_to_assign" ON "claim" ("workspace_id", "article_id", "ordinal", "start", "id")
  WHERE "deleted_at" IS NULL AND "disposition" = 'to_check' AND "state" IN ('unchecked', 'in_progress', 'submitted');
