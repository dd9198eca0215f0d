import { describe, expect, it } from "vitest";
import { openScratch } from "./embedded";
import {
  checkDatabase,
  durabilityFaults,
  judgeDatabase,
  readFacts,
  roleFaults,
  type DatabaseFacts,
} from "./durability";
import { withClient } from "./connection";
import { grantToApp } from "./roles";

const sound: DatabaseFacts = {
  settings: { fsync: "on", full_page_writes: "on", synchronous_commit: "on" },
  role: {
    name: "app",
    isSuperuser: false,
    bypassesRowSecurity: false,
    ownsTables: false,
    mayRewrite: [],
  },
};

describe("what a start asks of the database", () => {
  it("is content with the usual settings and a role that can do its work only", () => {
    expect(durabilityFaults(sound)).toEqual([]);
    expect(roleFaults(sound)).toEqual([]);
    const replicated = { ...sound, settings: { ...sound.settings, synchronous_commit: "remote_apply" } };
    expect(durabilityFaults(replicated)).toEqual([]);
  });
  it.each(["fsync", "full_page_writes", "synchronous_commit"])(
    "names %s when it is off, or not told",
    (name) => {
      expect(durabilityFaults({ ...sound, settings: { ...sound.settings, [name]: "off" } })).toHaveLength(1);
      const { [name]: _left, ...rest } = sound.settings;
      expect(durabilityFaults({ ...sound, settings: rest })).toHaveLength(1);
    },
  );
  it("names each right too many", () => {
    const role = {
      name: "app",
      isSuperuser: true,
      bypassesRowSecurity: true,
      ownsTables: true,
      mayRewrite: ["event"],
    };
    expect(roleFaults({ ...sound, role })).toHaveLength(4);
    // Where the owner is another, that is a mistake; where there is one role for all, it is told.
    expect(() => judgeDatabase({ ...sound, role }, true)).toThrow("app is a superuser");
    expect(judgeDatabase({ ...sound, role }, false)).toContain("app owns the tables");
    expect(judgeDatabase(sound, true)).toBeNull();
  });
});

it("refuses a database that trades safety for speed, and knows the server's role from the owner", async () => {
  const database = await openScratch();
  try {
    const { appUrl, ownerUrl } = database;
    await expect(checkDatabase(appUrl, ownerUrl)).rejects.toThrow("fsync is off");
    await withClient(database.ownerUrl, (client) => client.query("create table event (id integer)"));
    await grantToApp(database.ownerUrl);
    expect(roleFaults(await readFacts(database.appUrl))).toEqual([]);
    expect(roleFaults(await readFacts(database.ownerUrl)).length).toBeGreaterThan(1);
    await withClient(ownerUrl, (client) => client.query("grant update on event to assay_app"));
    expect((await readFacts(appUrl)).role.mayRewrite).toEqual(["event"]);
  } finally {
    await database.stop();
  }
});
