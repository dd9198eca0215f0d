-- AlterTable
ALTER TABLE "event" ADD COLUMN     "horizon" BIGINT NOT NULL DEFAULT ((pg_snapshot_xmin(pg_current_snapshot()))::text)::bigint,
ADD COLUMN     "transaction_id" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint;

-- CreateTable
CREATE TABLE "history_seal" (
    "workspace_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "history_seal_pkey" PRIMARY KEY ("workspace_id","number")
);

-- CreateTable
CREATE TABLE "history_chain" (
    "workspace_id" UUID NOT NULL,
    "number" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,
    "sealed_through" BIGINT NOT NULL DEFAULT 0,
    "seen_through" BIGINT NOT NULL DEFAULT 0,
    "seen_before" BIGINT NOT NULL DEFAULT 0,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "history_chain_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "history_seal_workspace_id_event_id_key" ON "history_seal"("workspace_id", "event_id");

-- CreateIndex
CREATE INDEX "event_workspace_id_transaction_id_id_idx" ON "event"("workspace_id", "transaction_id", "id");

-- AddForeignKey
ALTER TABLE "history_seal" ADD CONSTRAINT "history_seal_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "history_chain"("workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_seal" ADD CONSTRAINT "history_seal_workspace_id_event_id_fkey" FOREIGN KEY ("workspace_id", "event_id") REFERENCES "event"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_chain" ADD CONSTRAINT "history_chain_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Seals are written once, as the lines that they are for.
CREATE TRIGGER "history_seal_append_only" BEFORE UPDATE OR DELETE ON "history_seal"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "history_seal_no_truncate" BEFORE TRUNCATE ON "history_seal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
