-- DropIndex
DROP INDEX "job_state_run_after_idx";

-- AlterTable
ALTER TABLE "job" DROP COLUMN "attempts",
DROP COLUMN "locked_until",
DROP COLUMN "run_after";
