-- AlterTable
ALTER TABLE "session" ADD COLUMN     "user_agent" VARCHAR(200);
