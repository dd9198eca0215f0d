import { describe, expect, it } from "vitest";
import { Prisma } from "@/prisma/client/client";
import { db } from "./client";
import { isSerializationFailure, isUnreachable } from "./failures";

const raised = async (code: string): Promise<unknown> => {
  try {
    const sql = `do $$ begin raise exception 'said by a test' using errcode = '${code}'; end $$`;
    await db().$executeRaw(Prisma.sql([sql]));
  } catch (error) {
    return error;
  }
  return null;
};

describe("what the database says of a statement of our own", () => {
  it.each(["40001", "40P01"])("%s is a collision, and is tried again", async (code) => {
    const error = await raised(code);
    expect(error).toMatchObject({ code: "P2010" });
    expect(isSerializationFailure(error)).toBe(true);
    expect(isUnreachable(error)).toBe(false);
  });
  it.each(["53100", "53300", "57P01"])("%s is a database in trouble", async (code) => {
    const error = await raised(code);
    expect(isUnreachable(error)).toBe(true);
    expect(isSerializationFailure(error)).toBe(false);
  });
  it("is a defect of ours otherwise", async () => {
    const error = await raised("22012");
    expect(error).not.toBeNull();
    expect(isUnreachable(error)).toBe(false);
    expect(isSerializationFailure(error)).toBe(false);
  });
});
