-- AlterTable
ALTER TABLE "scale" ADD COLUMN     "guidelines" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "names_checkers" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "prints_dissent" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
