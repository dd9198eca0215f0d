import { connect, createServer, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { Prisma } from "@/prisma/client/client";
import { env } from "../env";
import { db } from "./client";
import { codesOf, isSerializationFailure, isUnreachable } from "./failures";
import { LinePool } from "./lines";
import { withWrittenStatements } from "./written-statements";

const raised = async (code: string): Promise<unknown> => {
  try {
    const sql = `do $$ begin raise exception 'said by a test' using errcode = '${code}'; end $$`;
    await db().$executeRaw(Prisma.sql([sql]));
  } catch (error) {
    return error;
  }
  return null;
};

/** What comes of a statement whose connection is reset while it runs. */
async function whenReset(): Promise<unknown> {
  const { hostname, port } = new URL(env().DATABASE_URL);
  const line = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) socket.on("error", () => undefined);
    upstream.pipe(client);
    client.on("data", (chunk) => {
      if (chunk.includes("pg_sleep")) client.resetAndDestroy();
      else upstream.write(chunk);
    });
    client.on("close", () => upstream.destroy());
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  const url = new URL(env().DATABASE_URL);
  url.port = String((line.address() as AddressInfo).port);
  const pool = new LinePool({ connectionString: url.href, pipeline: true });
  pool.on("error", () => undefined);
  try {
    await withWrittenStatements(db(), pool).$executeRaw`select pg_sleep(10)`;
  } catch (error) {
    return error;
  } finally {
    await pool.end();
    line.close();
  }
  return null;
}

describe("what the database says of a statement of our own", () => {
  it.each(["40001", "40P01"])("%s is a collision, and is tried again", async (code) => {
    const error = await raised(code);
    expect(error).toMatchObject({ code });
    expect(isSerializationFailure(error)).toBe(true);
    expect(isUnreachable(error)).toBe(false);
  });
  it.each(["53100", "53300", "57P01"])("%s is a database in trouble", async (code) => {
    const error = await raised(code);
    expect(isUnreachable(error)).toBe(true);
    expect(isSerializationFailure(error)).toBe(false);
  });
  it("is told by nobody when the connection is reset: a database in trouble", async () => {
    const error = await whenReset();
    expect(codesOf(error)).toContain("ECONNRESET");
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
