-- CreateTable
CREATE TABLE "gate_waiver" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "claims" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "gate_waiver_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "gate_waiver_workspace_id_article_id_idx" ON "gate_waiver"("workspace_id", "article_id");

-- CreateIndex
CREATE INDEX "gate_waiver_workspace_id_asked_by_id_idx" ON "gate_waiver"("workspace_id", "asked_by_id");

-- CreateIndex
CREATE INDEX "gate_waiver_workspace_id_confirmed_by_id_idx" ON "gate_waiver"("workspace_id", "confirmed_by_id");

-- AddForeignKey
ALTER TABLE "gate_waiver" ADD CONSTRAINT "gate_waiver_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "article"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_waiver" ADD CONSTRAINT "gate_waiver_workspace_id_asked_by_id_fkey" FOREIGN KEY ("workspace_id", "asked_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_waiver" ADD CONSTRAINT "gate_waiver_workspace_id_confirmed_by_id_fkey" FOREIGN KEY ("workspace_id", "confirmed_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody lets their own waiver pass, and both who and when are known of a confirmation.
ALTER TABLE "gate_waiver" ADD CONSTRAINT "gate_waiver_second_person" CHECK ("confirmed_by_id" <> "asked_by_id");
ALTER TABLE "gate_waiver" ADD CONSTRAINT "gate_waiver_confirmed_whole" CHECK (("confirmed_by_id" IS NULL) = ("confirmed_at" IS NULL));
ALTER TABLE "gate_waiver" ADD CONSTRAINT "gate_waiver_one_end" CHECK ("confirmed_at" IS NULL OR "withdrawn_at" IS NULL);
