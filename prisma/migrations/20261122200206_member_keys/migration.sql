-- CreateTable
CREATE TABLE "member_keys" (
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "keys" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_keys_pkey" PRIMARY KEY ("workspace_id","member_id")
);

-- AddForeignKey
ALTER TABLE "member_keys" ADD CONSTRAINT "member_keys_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
