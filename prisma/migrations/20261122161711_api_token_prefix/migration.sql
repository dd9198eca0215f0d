-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "prefix" TEXT NOT NULL;
