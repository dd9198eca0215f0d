import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "@/seeds/factories";
import { parseEnvironment } from "../env";
import { findExternalUser } from "./sign-in";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const account = () => ({ provider: "oidc", providerAccountId: randomUUID(), accessToken: undefined });

describe("somebody who comes from another service", () => {
  it("is the person with the address that the service has verified, and stays that person", async () => {
    const { email, userId } = desk.editor.actor;
    const same = account();
    expect(await findExternalUser(same, { email, email_verified: true })).toMatchObject({ id: userId });
    expect(
      await findExternalUser(same, { email: "changed@example.org", email_verified: true }),
    ).toMatchObject({ id: userId });
  });

  it.each([
    ["an unverified address", () => ({ email: desk.owner.actor.email, email_verified: false })],
    ["an address without a word on it", () => ({ email: desk.owner.actor.email })],
    ["the string true", () => ({ email: desk.owner.actor.email, email_verified: "true" })],
    ["an unknown address", () => ({ email: `${randomUUID()}@example.org`, email_verified: true })],
  ])("is nobody with %s", async (_name, profile) => {
    expect(await findExternalUser(account(), profile())).toBeNull();
  });
});

describe("settings", () => {
  const good = {
    DATABASE_URL: "postgresql://x",
    ASSAY_URL: "https://assay.example.org",
    ASSAY_SECRET: "x".repeat(32),
  };

  it("are parsed once", () => {
    expect(parseEnvironment(good)).toMatchObject({ ASSAY_POOL_SIZE: 10 });
  });

  it("say each thing that is missing", () => {
    expect(() => parseEnvironment({ ASSAY_SECRET: "short" })).toThrow(
      /DATABASE_URL[\s\S]*ASSAY_URL[\s\S]*ASSAY_SECRET must have/,
    );
  });
});
