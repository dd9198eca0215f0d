-- CreateEnum
CREATE TYPE "quote_finding" AS ENUM ('exact', 'close', 'not_found');

-- DropForeignKey
ALTER TABLE "citation" DROP CONSTRAINT "citation_workspace_id_source_id_snapshot_id_fkey";

-- DropIndex
DROP INDEX "citation_workspace_id_source_id_snapshot_id_idx";

-- AlterTable
ALTER TABLE "annotation_version" ADD COLUMN     "no_source_found" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "citation" DROP COLUMN "snapshot_id";

-- AlterTable
ALTER TABLE "note" ADD COLUMN     "quote" TEXT;

-- AlterTable
ALTER TABLE "search_entry" ADD COLUMN     "sought" "stance",
ADD COLUMN     "useful" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "snapshot" ADD COLUMN     "for_citation" BOOLEAN NOT NULL,
ADD COLUMN     "media_type" TEXT NOT NULL,
ADD COLUMN     "url" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "citation_check" (
    "workspace_id" UUID NOT NULL,
    "citation_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "snapshot_id" UUID,
    "problem" TEXT,
    "finding" "quote_finding",
    "found_start" INTEGER,
    "found_end" INTEGER,
    "found_text" TEXT,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "citation_check_pkey" PRIMARY KEY ("workspace_id","citation_id")
);

-- CreateIndex
CREATE INDEX "citation_check_workspace_id_source_id_snapshot_id_idx" ON "citation_check"("workspace_id", "source_id", "snapshot_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_check_workspace_id_citation_id_source_id_key" ON "citation_check"("workspace_id", "citation_id", "source_id");

-- CreateIndex
CREATE INDEX "citation_workspace_id_source_id_idx" ON "citation"("workspace_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_workspace_id_id_source_id_key" ON "citation"("workspace_id", "id", "source_id");

-- AddForeignKey
ALTER TABLE "citation_check" ADD CONSTRAINT "citation_check_workspace_id_citation_id_source_id_fkey" FOREIGN KEY ("workspace_id", "citation_id", "source_id") REFERENCES "citation"("workspace_id", "id", "source_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation_check" ADD CONSTRAINT "citation_check_workspace_id_source_id_snapshot_id_fkey" FOREIGN KEY ("workspace_id", "source_id", "snapshot_id") REFERENCES "snapshot"("workspace_id", "source_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A snapshot is what was kept: it never changes. A check says either what was kept or why nothing could be.
create trigger "snapshot_append_only" before update or delete on "snapshot"
  for each row execute function refuse_change();

alter table "citation_check"
  add constraint "check_kept_or_not" check (("snapshot_id" is null) = ("problem" is not null)),
  add constraint "check_finding_in_snapshot" check ("finding" is null or "snapshot_id" is not null),
  add constraint "check_found_words" check (
    ("found_start" is not null) = ("finding" is not null and "finding" <> 'not_found')
    and ("found_start" is null) = ("found_end" is null) and ("found_start" is null) = ("found_text" is null)
    and ("found_start" is null or ("found_start" >= 0 and "found_end" > "found_start")));

alter table "note"
  add constraint "note_quotes_its_span" check (("quote" is null) = ("start" is null));
