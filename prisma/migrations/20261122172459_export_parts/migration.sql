-- CreateTable
CREATE TABLE "export_part" (
    "workspace_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "run" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "export_part_pkey" PRIMARY KEY ("workspace_id","job_id","run","number")
);

-- AddForeignKey
ALTER TABLE "export_part" ADD CONSTRAINT "export_part_workspace_id_job_id_fkey" FOREIGN KEY ("workspace_id", "job_id") REFERENCES "job"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
