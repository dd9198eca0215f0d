-- AlterTable
ALTER TABLE "job" DROP COLUMN "errors",
ADD COLUMN     "result" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "import_part" (
    "workspace_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "last_line" INTEGER NOT NULL,
    "records" JSONB NOT NULL,

    CONSTRAINT "import_part_pkey" PRIMARY KEY ("workspace_id","job_id","number")
);

-- CreateTable
CREATE TABLE "job_problem" (
    "workspace_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "job_problem_pkey" PRIMARY KEY ("workspace_id","job_id","line")
);

-- AddForeignKey
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_workspace_id_job_id_fkey" FOREIGN KEY ("workspace_id", "job_id") REFERENCES "job"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_problem" ADD CONSTRAINT "job_problem_workspace_id_job_id_fkey" FOREIGN KEY ("workspace_id", "job_id") REFERENCES "job"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
