-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'editor', 'reviewer', 'viewer');

-- CreateEnum
CREATE TYPE "token_scope" AS ENUM ('read', 'annotate', 'admin');

-- CreateEnum
CREATE TYPE "access_link_kind" AS ENUM ('setup', 'reset');

-- CreateEnum
CREATE TYPE "policy_kind" AS ENUM ('single', 'blind_check', 'double_blind', 'panel');

-- CreateEnum
CREATE TYPE "claim_kind" AS ENUM ('sentence', 'part');

-- CreateEnum
CREATE TYPE "disposition" AS ENUM ('to_check', 'opinion', 'question', 'quote_without_fact', 'boilerplate', 'not_checkable');

-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('unchecked', 'in_progress', 'submitted', 'in_review', 'changes_requested', 'disputed', 'ruled', 'published', 'stale', 'disposed');

-- CreateEnum
CREATE TYPE "placement_change" AS ENUM ('added', 'carried', 'moved', 'changed', 'deleted');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('ltr', 'rtl');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'refutes', 'context');

-- CreateEnum
CREATE TYPE "review_decision" AS ENUM ('approve', 'request_changes', 'comment');

-- CreateEnum
CREATE TYPE "ruling_method" AS ENUM ('agreement', 'panel', 'adjudication');

-- CreateEnum
CREATE TYPE "assignment_kind" AS ENUM ('annotate', 'review', 'vote');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_link" (
    "id" UUID NOT NULL,
    "kind" "access_link_kind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "bucket" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scope" "token_scope" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "scale" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scale_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "policy" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "policy_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "annotations" INTEGER NOT NULL,
    "quorum" INTEGER NOT NULL,
    "panel_size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "article" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "byline" TEXT,
    "publisher" TEXT,
    "url" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL,
    "direction" "direction" NOT NULL,
    "policy_id" UUID NOT NULL,
    "scale_id" UUID NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "public_slug" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "revision" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "segmenter_version" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "claim" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "claim_kind" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "wording" TEXT,
    "disposition" "disposition" NOT NULL DEFAULT 'to_check',
    "disposition_reason" TEXT,
    "state" "claim_state" NOT NULL DEFAULT 'unchecked',
    "scale_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "stale_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "claim_placement" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "change" "placement_change" NOT NULL,

    CONSTRAINT "claim_placement_pkey" PRIMARY KEY ("workspace_id","claim_id","revision_id")
);

-- CreateTable
CREATE TABLE "annotation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "submitted_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "annotation_version" (
    "workspace_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "base_version" INTEGER NOT NULL,
    "verdict" TEXT,
    "rationale" TEXT NOT NULL DEFAULT '',
    "confidence" INTEGER,
    "submitted" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotation_version_pkey" PRIMARY KEY ("workspace_id","annotation_id","version")
);

-- CreateTable
CREATE TABLE "source" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "canonical_url" TEXT,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "author" TEXT,
    "published_on" TEXT,
    "medium" TEXT NOT NULL DEFAULT 'web_text',
    "reliability" TEXT,
    "created_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "citation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "source_id" UUID NOT NULL,
    "snapshot_id" UUID,
    "stance" "stance" NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "locator" TEXT,
    "accessed_on" TEXT,
    "archived_url" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_by_id" UUID NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "search_entry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "query" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "searched_on" TEXT,
    "outcome" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "note" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "parent_id" UUID,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "note_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "note_mention" (
    "workspace_id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "note_mention_pkey" PRIMARY KEY ("workspace_id","note_id","member_id")
);

-- CreateTable
CREATE TABLE "review" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "decision" "review_decision" NOT NULL,
    "reasons" TEXT[],
    "comment" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "vote" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "rationale" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("workspace_id","claim_id","round","member_id")
);

-- CreateTable
CREATE TABLE "ruling" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "scale_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "rationale" TEXT NOT NULL DEFAULT '',
    "method" "ruling_method" NOT NULL,
    "dissent" JSONB NOT NULL DEFAULT '[]',
    "decided_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "ruling_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "ruling_basis" (
    "workspace_id" UUID NOT NULL,
    "ruling_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ruling_basis_pkey" PRIMARY KEY ("workspace_id","ruling_id","annotation_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "assignment_kind" NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3),
    "lease_expires_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "declined_reason" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "report" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "waivers" JSONB NOT NULL DEFAULT '[]',
    "published_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "correction" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "previous_report_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "difference" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("workspace_id","report_id")
);

-- CreateTable
CREATE TABLE "event" (
    "workspace_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "actor_id" UUID,
    "article_id" UUID,
    "claim_id" UUID,
    "entity_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "request_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("workspace_id","member_id","key")
);

-- CreateTable
CREATE TABLE "job" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'waiting',
    "input" JSONB NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "errors" JSONB NOT NULL DEFAULT '[]',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "run_after" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_token_hash_key" ON "access_link"("token_hash");

-- CreateIndex
CREATE INDEX "access_link_user_id_idx" ON "access_link"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_workspace_id_user_id_key" ON "member"("workspace_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_workspace_id_invited_by_id_idx" ON "invitation"("workspace_id", "invited_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_workspace_id_member_id_idx" ON "api_token"("workspace_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "scale_workspace_id_key_version_key" ON "scale"("workspace_id", "key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "policy_workspace_id_kind_version_key" ON "policy"("workspace_id", "kind", "version");

-- CreateIndex
CREATE UNIQUE INDEX "article_public_slug_key" ON "article"("public_slug");

-- CreateIndex
CREATE INDEX "article_workspace_id_created_at_id_idx" ON "article"("workspace_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "article_workspace_id_url_idx" ON "article"("workspace_id", "url");

-- CreateIndex
CREATE INDEX "article_workspace_id_policy_id_idx" ON "article"("workspace_id", "policy_id");

-- CreateIndex
CREATE INDEX "article_workspace_id_scale_id_idx" ON "article"("workspace_id", "scale_id");

-- CreateIndex
CREATE INDEX "article_workspace_id_imported_by_id_idx" ON "article"("workspace_id", "imported_by_id");

-- CreateIndex
CREATE INDEX "revision_workspace_id_sha256_idx" ON "revision"("workspace_id", "sha256");

-- CreateIndex
CREATE INDEX "revision_workspace_id_created_by_id_idx" ON "revision"("workspace_id", "created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_workspace_id_article_id_number_key" ON "revision"("workspace_id", "article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "revision_workspace_id_article_id_id_key" ON "revision"("workspace_id", "article_id", "id");

-- CreateIndex
CREATE INDEX "claim_workspace_id_article_id_ordinal_start_idx" ON "claim"("workspace_id", "article_id", "ordinal", "start");

-- CreateIndex
CREATE INDEX "claim_workspace_id_article_id_state_idx" ON "claim"("workspace_id", "article_id", "state");

-- CreateIndex
CREATE INDEX "claim_workspace_id_state_id_idx" ON "claim"("workspace_id", "state", "id");

-- CreateIndex
CREATE INDEX "claim_workspace_id_article_id_revision_id_idx" ON "claim"("workspace_id", "article_id", "revision_id");

-- CreateIndex
CREATE INDEX "claim_workspace_id_scale_id_idx" ON "claim"("workspace_id", "scale_id");

-- CreateIndex
CREATE INDEX "claim_placement_workspace_id_revision_id_ordinal_idx" ON "claim_placement"("workspace_id", "revision_id", "ordinal");

-- CreateIndex
CREATE INDEX "annotation_workspace_id_member_id_idx" ON "annotation"("workspace_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "annotation_workspace_id_claim_id_member_id_key" ON "annotation"("workspace_id", "claim_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "annotation_workspace_id_id_claim_id_member_id_key" ON "annotation"("workspace_id", "id", "claim_id", "member_id");

-- CreateIndex
CREATE INDEX "source_workspace_id_created_at_id_idx" ON "source"("workspace_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "source_workspace_id_created_by_id_idx" ON "source"("workspace_id", "created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_workspace_id_canonical_url_key" ON "source"("workspace_id", "canonical_url");

-- CreateIndex
CREATE INDEX "citation_workspace_id_source_id_snapshot_id_idx" ON "citation"("workspace_id", "source_id", "snapshot_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_workspace_id_annotation_id_version_position_key" ON "citation"("workspace_id", "annotation_id", "version", "position");

-- CreateIndex
CREATE INDEX "snapshot_workspace_id_source_id_taken_at_idx" ON "snapshot"("workspace_id", "source_id", "taken_at");

-- CreateIndex
CREATE INDEX "snapshot_workspace_id_taken_by_id_idx" ON "snapshot"("workspace_id", "taken_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_workspace_id_source_id_id_key" ON "snapshot"("workspace_id", "source_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "search_entry_workspace_id_annotation_id_version_position_key" ON "search_entry"("workspace_id", "annotation_id", "version", "position");

-- CreateIndex
CREATE INDEX "note_workspace_id_claim_id_created_at_idx" ON "note"("workspace_id", "claim_id", "created_at");

-- CreateIndex
CREATE INDEX "note_workspace_id_claim_id_parent_id_idx" ON "note"("workspace_id", "claim_id", "parent_id");

-- CreateIndex
CREATE INDEX "note_workspace_id_author_id_idx" ON "note"("workspace_id", "author_id");

-- CreateIndex
CREATE INDEX "note_workspace_id_resolved_by_id_idx" ON "note"("workspace_id", "resolved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "note_workspace_id_claim_id_id_key" ON "note"("workspace_id", "claim_id", "id");

-- CreateIndex
CREATE INDEX "note_mention_workspace_id_member_id_idx" ON "note_mention"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "review_workspace_id_claim_id_created_at_idx" ON "review"("workspace_id", "claim_id", "created_at");

-- CreateIndex
CREATE INDEX "review_workspace_id_annotation_id_version_idx" ON "review"("workspace_id", "annotation_id", "version");

-- CreateIndex
CREATE INDEX "review_workspace_id_reviewer_id_idx" ON "review"("workspace_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "vote_workspace_id_member_id_idx" ON "vote"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "ruling_workspace_id_scale_id_idx" ON "ruling"("workspace_id", "scale_id");

-- CreateIndex
CREATE INDEX "ruling_workspace_id_decided_by_id_idx" ON "ruling"("workspace_id", "decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "ruling_workspace_id_claim_id_number_key" ON "ruling"("workspace_id", "claim_id", "number");

-- CreateIndex
CREATE INDEX "ruling_basis_workspace_id_annotation_id_version_idx" ON "ruling_basis"("workspace_id", "annotation_id", "version");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_member_id_completed_at_idx" ON "assignment"("workspace_id", "member_id", "completed_at");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_assigned_by_id_idx" ON "assignment"("workspace_id", "assigned_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_workspace_id_claim_id_member_id_kind_key" ON "assignment"("workspace_id", "claim_id", "member_id", "kind");

-- CreateIndex
CREATE INDEX "report_workspace_id_revision_id_idx" ON "report"("workspace_id", "revision_id");

-- CreateIndex
CREATE INDEX "report_workspace_id_published_by_id_idx" ON "report"("workspace_id", "published_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_workspace_id_article_id_number_key" ON "report"("workspace_id", "article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "correction_workspace_id_previous_report_id_key" ON "correction"("workspace_id", "previous_report_id");

-- CreateIndex
CREATE INDEX "event_workspace_id_article_id_id_idx" ON "event"("workspace_id", "article_id", "id");

-- CreateIndex
CREATE INDEX "event_workspace_id_claim_id_id_idx" ON "event"("workspace_id", "claim_id", "id");

-- CreateIndex
CREATE INDEX "event_workspace_id_entity_id_id_idx" ON "event"("workspace_id", "entity_id", "id");

-- CreateIndex
CREATE INDEX "event_workspace_id_actor_id_id_idx" ON "event"("workspace_id", "actor_id", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "job_state_run_after_idx" ON "job"("state", "run_after");

-- CreateIndex
CREATE INDEX "job_workspace_id_created_at_idx" ON "job"("workspace_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "job_workspace_id_created_by_id_idx" ON "job"("workspace_id", "created_by_id");

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_invited_by_id_fkey" FOREIGN KEY ("workspace_id", "invited_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scale" ADD CONSTRAINT "scale_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_workspace_id_policy_id_fkey" FOREIGN KEY ("workspace_id", "policy_id") REFERENCES "policy"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_workspace_id_scale_id_fkey" FOREIGN KEY ("workspace_id", "scale_id") REFERENCES "scale"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_workspace_id_imported_by_id_fkey" FOREIGN KEY ("workspace_id", "imported_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "article"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "article"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_article_id_revision_id_fkey" FOREIGN KEY ("workspace_id", "article_id", "revision_id") REFERENCES "revision"("workspace_id", "article_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_scale_id_fkey" FOREIGN KEY ("workspace_id", "scale_id") REFERENCES "scale"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_placement" ADD CONSTRAINT "claim_placement_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_placement" ADD CONSTRAINT "claim_placement_workspace_id_revision_id_fkey" FOREIGN KEY ("workspace_id", "revision_id") REFERENCES "revision"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_version" ADD CONSTRAINT "annotation_version_workspace_id_annotation_id_fkey" FOREIGN KEY ("workspace_id", "annotation_id") REFERENCES "annotation"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_annotation_id_version_fkey" FOREIGN KEY ("workspace_id", "annotation_id", "version") REFERENCES "annotation_version"("workspace_id", "annotation_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_source_id_snapshot_id_fkey" FOREIGN KEY ("workspace_id", "source_id", "snapshot_id") REFERENCES "snapshot"("workspace_id", "source_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_workspace_id_taken_by_id_fkey" FOREIGN KEY ("workspace_id", "taken_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_workspace_id_annotation_id_version_fkey" FOREIGN KEY ("workspace_id", "annotation_id", "version") REFERENCES "annotation_version"("workspace_id", "annotation_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_workspace_id_claim_id_parent_id_fkey" FOREIGN KEY ("workspace_id", "claim_id", "parent_id") REFERENCES "note"("workspace_id", "claim_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_workspace_id_resolved_by_id_fkey" FOREIGN KEY ("workspace_id", "resolved_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_workspace_id_note_id_fkey" FOREIGN KEY ("workspace_id", "note_id") REFERENCES "note"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_workspace_id_annotation_id_claim_id_author_id_fkey" FOREIGN KEY ("workspace_id", "annotation_id", "claim_id", "author_id") REFERENCES "annotation"("workspace_id", "id", "claim_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_workspace_id_annotation_id_version_fkey" FOREIGN KEY ("workspace_id", "annotation_id", "version") REFERENCES "annotation_version"("workspace_id", "annotation_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_workspace_id_reviewer_id_fkey" FOREIGN KEY ("workspace_id", "reviewer_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_workspace_id_scale_id_fkey" FOREIGN KEY ("workspace_id", "scale_id") REFERENCES "scale"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_workspace_id_decided_by_id_fkey" FOREIGN KEY ("workspace_id", "decided_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ruling_basis" ADD CONSTRAINT "ruling_basis_workspace_id_ruling_id_fkey" FOREIGN KEY ("workspace_id", "ruling_id") REFERENCES "ruling"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ruling_basis" ADD CONSTRAINT "ruling_basis_workspace_id_annotation_id_version_fkey" FOREIGN KEY ("workspace_id", "annotation_id", "version") REFERENCES "annotation_version"("workspace_id", "annotation_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_assigned_by_id_fkey" FOREIGN KEY ("workspace_id", "assigned_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "article"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_workspace_id_revision_id_fkey" FOREIGN KEY ("workspace_id", "revision_id") REFERENCES "revision"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_workspace_id_published_by_id_fkey" FOREIGN KEY ("workspace_id", "published_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_workspace_id_previous_report_id_fkey" FOREIGN KEY ("workspace_id", "previous_report_id") REFERENCES "report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_actor_id_fkey" FOREIGN KEY ("workspace_id", "actor_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "article"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
