-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "set_aside_version" INTEGER;

-- Claims that are stale already: what was submitted on their earlier words is set aside, as it is from now on when the
-- words change.
UPDATE "annotation" a
SET "set_aside_version" = a."submitted_version", "submitted_version" = NULL
FROM "claim" c
JOIN "article" x ON x."workspace_id" = c."workspace_id" AND x."id" = c."article_id"
JOIN "policy" p ON p."workspace_id" = x."workspace_id" AND p."id" = x."policy_id" AND p."kind" = 'double_blind'
WHERE c."workspace_id" = a."workspace_id" AND c."id" = a."claim_id" AND c."stale_at" IS NOT NULL
  AND a."submitted_version" IS NOT NULL;
