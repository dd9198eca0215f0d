-- How an assignment ended, in place of two columns that could not say it.
CREATE TYPE "assignment_outcome" AS ENUM ('completed', 'declined', 'handed_over', 'withdrawn', 'lapsed', 'overtaken');

ALTER TABLE "assignment"
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "outcome" "assignment_outcome",
ADD COLUMN     "reason" TEXT;

UPDATE "assignment" SET "ended_at" = "completed_at", "outcome" = 'completed' WHERE "completed_at" IS NOT NULL;
UPDATE "assignment" SET "ended_at" = now(), "outcome" = 'declined', "reason" = "declined_reason"
WHERE "declined_reason" IS NOT NULL AND "completed_at" IS NULL;

-- DropIndex
DROP INDEX "assignment_workspace_id_claim_id_member_id_kind_key";

-- DropIndex
DROP INDEX "assignment_workspace_id_member_id_completed_at_idx";

ALTER TABLE "assignment" DROP COLUMN "completed_at", DROP COLUMN "declined_reason";

-- CreateIndex
CREATE INDEX "assignment_workspace_id_claim_id_member_id_kind_idx" ON "assignment"("workspace_id", "claim_id", "member_id", "kind");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_member_id_ended_at_due_at_id_idx" ON "assignment"("workspace_id", "member_id", "ended_at", "due_at", "id");

-- Nobody has the same work twice at a time; what has ended stays on record.
CREATE UNIQUE INDEX "assignment_one_open" ON "assignment" ("workspace_id", "claim_id", "member_id", "kind")
  WHERE "ended_at" IS NULL;

-- For the sweep of leases that have run out, and for the editors' list of work that came back.
CREATE INDEX "assignment_leases" ON "assignment" ("lease_expires_at") WHERE "ended_at" IS NULL;
CREATE INDEX "assignment_returned" ON "assignment" ("workspace_id", "ended_at" DESC, "id")
  WHERE "outcome" IN ('declined', 'lapsed');

ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_ends_with_an_outcome" CHECK (("ended_at" IS NULL) = ("outcome" IS NULL)),
  ADD CONSTRAINT "assignment_declined_says_why" CHECK ("outcome" <> 'declined' OR "reason" <> '');
