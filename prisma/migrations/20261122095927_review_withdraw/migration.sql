-- AlterEnum
ALTER TYPE "review_decision" ADD VALUE 'withdraw';
