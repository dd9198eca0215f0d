-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "absorbed_by_id" UUID,
ADD COLUMN     "judged_text" TEXT,
ADD COLUMN     "said_at" TEXT,
ADD COLUMN     "said_on" TEXT,
ADD COLUMN     "speaker" TEXT;

-- CreateIndex
CREATE INDEX "claim_workspace_id_absorbed_by_id_idx" ON "claim"("workspace_id", "absorbed_by_id");

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_absorbed_by_id_fkey" FOREIGN KEY ("workspace_id", "absorbed_by_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only what is no longer there has been taken in by another claim.
ALTER TABLE "claim" ADD CONSTRAINT "claim_absorbed_is_deleted" CHECK ("absorbed_by_id" IS NULL OR "deleted_at" IS NOT NULL);
