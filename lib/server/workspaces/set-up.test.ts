import { expect, it } from "vitest";
import { createSetupLink } from "@/seeds/setup-link";
import { db } from "../db/client";
import { signInWithPassword } from "../auth/sign-in";
import { setUpInstallation } from "./commands";
import { isSetupLinkOpen } from "./queries";

// Alone in its file: each file has a database of its own, and this one has to begin empty.
it("of twenty who open the set-up link at once exactly one becomes the owner, and the link is used up", async () => {
  expect(await db().user.count()).toBe(0);
  const first = (await createSetupLink({ origin: "http://127.0.0.1:3000" })).split("/").at(-1) ?? "";
  const secret = (await createSetupLink({ origin: "http://127.0.0.1:3000" })).split("/").at(-1) ?? "";
  expect(await isSetupLinkOpen(first, new Date())).toBe(false);
  expect(await isSetupLinkOpen(secret, new Date(Date.now() + 25 * 3_600_000))).toBe(false);
  const password = "a long enough password";
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      setUpInstallation(
        secret,
        { name: "Me", email: `me${i}@example.org`, password, desk: "Desk", slug: `desk-${i}` },
        new Date(),
      ),
    ),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().workspace.count()).toBe(1);
  const [owner] = await db().member.findMany({ include: { user: true } });
  expect(owner?.role).toBe("owner");
  expect(await signInWithPassword({ email: owner?.user.email, password }, new Date())).toMatchObject({
    outcome: "signed_in",
  });
  expect(await isSetupLinkOpen(secret, new Date())).toBe(false);
});
