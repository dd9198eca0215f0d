import type { Requirement } from "../requirement";

const headers = "e2e/harm/headers.harm.ts";
const lock = "scripts/security/supply-chain.test.ts";
const contract = "lib/server/http/contract.test.ts";
const floors = [[lock, "what is installed is at or above the versions without known holes"]] as const;

/** T1…T31: known holes and traps of the framework and its libraries, in the order of the list. */
export const framework: readonly Requirement[] = [
  {
    id: "T1",
    says: "The proxy decides nothing, so that skipping it opens nothing",
    heldBy: [[headers, "headers that once skipped the proxy open nothing"]],
  },
  {
    id: "T2",
    says: "React's code-execution hole is closed",
    heldBy: [...floors, [headers, "junk sent to an action is refused and the program lives"]],
  },
  {
    id: "T3",
    says: "Its denial-of-service holes are closed",
    heldBy: [...floors, [headers, "junk sent to an action is refused and the program lives"]],
  },
  {
    id: "T4",
    says: "A null origin is refused",
    heldBy: [[headers, "an action's id sent to another page, by another site or by nobody does nothing"]],
  },
  {
    id: "T5",
    says: "Prefetches and segments open nothing",
    heldBy: [[headers, "an address written in another way opens nothing"]],
  },
  {
    id: "T6",
    says: "The holes of July 2026 are closed; nothing is rewritten to other hosts",
    heldBy: floors,
  },
  {
    id: "T7",
    says: "Next's picture service is off",
    heldBy: [[headers, "nothing of the workshop is served"]],
  },
  {
    id: "T8",
    says: "An action decides by itself",
    heldBy: [[headers, "an action's id sent to another page, by another site or by nobody does nothing"]],
  },
  {
    id: "T9",
    says: "A missing origin is nobody's",
    heldBy: [
      [contract, "a refused write is a problem document, and nothing happens"],
      [headers, "an action's id sent to another page, by another site or by nobody does nothing"],
    ],
    thinner: "the three actions carry a secret of their own in the address and no cookie counts for them",
  },
  {
    id: "T10",
    says: "A forwarded host is not believed",
    heldBy: [[headers, "a forged host changes nothing"]],
  },
  {
    id: "T11",
    says: "Handlers bound what they read",
    heldBy: [[contract, "a body that never ends is cut off, not read"]],
  },
  {
    id: "T12",
    says: "Saves go by a stable address, never by an action",
    heldBy: [
      ["lib/server/api/document.test.ts", "has every operation that there is, at its address, and no other"],
    ],
  },
  {
    id: "T13",
    says: "No save waits for another in a queue of actions",
    notHere: "saving does not use actions",
  },
  {
    id: "T14",
    says: "Answers to a cookie say that they are private",
    heldBy: [[headers, "every kind of answer has the same protecting headers"]],
  },
  {
    id: "T15",
    says: "Nothing of a person is in a shared cache",
    heldBy: [
      [lock, "nothing of a person is put into a cache that others share"],
      ["e2e/harm/canary.harm.ts", "two people of two desks who ask in turn get only their own"],
    ],
  },
  {
    id: "T16",
    says: "Pages that carry a nonce are made anew each time",
    heldBy: [[headers, "a thousand pages have a thousand nonces"]],
  },
  {
    id: "T17",
    says: "A page passes on no more than it shows",
    heldBy: [["e2e/harm/canary.harm.ts", "no page passes on what nobody may see"]],
  },
  {
    id: "T18",
    says: "Errors are logged without their words",
    heldBy: [["lib/server/http/log.test.ts", "what is logged"]],
  },
  {
    id: "T19",
    says: "Sign-out ends the session on the server",
    heldBy: [[contract, "a session that was revoked writes nothing, with the very same cookie"]],
  },
  {
    id: "T20",
    says: "Sign-in is throttled",
    heldBy: [["lib/server/auth/sign-in.test.ts", "slows down guessing for the account"]],
  },
  {
    id: "T21",
    says: "The library of sign-in knows the set origin alone",
    heldBy: [[headers, "a forged host changes nothing"]],
  },
  {
    id: "T22",
    says: "The way back after signing in stays here",
    heldBy: [["lib/server/auth/cookies.test.ts", "the way back after signing in"]],
  },
  {
    id: "T23",
    says: "Wrong settings of sign-in refuse",
    heldBy: [["lib/server/auth/external-user.test.ts", "say each thing that is missing"]],
  },
  {
    id: "T24",
    says: "No object becomes an operator of a query",
    heldBy: [
      [
        "lib/server/api/walk.test.ts",
        "every operation refuses what it should, answers what it says, and never fails",
      ],
      ["lib/server/auth/sign-in.test.ts", "answers objects in one and the same way"],
    ],
  },
  {
    id: "T25",
    says: "No filter reaches a secret column",
    heldBy: [
      [
        "lib/server/api/walk.test.ts",
        "every operation refuses what it should, answers what it says, and never fails",
      ],
    ],
  },
  {
    id: "T26",
    says: "No SQL from strings",
    heldBy: [["scripts/lint/guards.test.ts", "the habits of the house are guarded"]],
  },
  {
    id: "T27",
    says: "Waiting for a connection is bounded",
    heldBy: [[contract, "a database that is gone is 503 and says that the key makes a repeat safe"]],
  },
  {
    id: "T28",
    says: "Every way in which the database fails is known",
    heldBy: [["lib/server/db/failures.test.ts", "what the database says of a statement of our own"]],
  },
  {
    id: "T29",
    says: "Locks end with their transaction",
    heldBy: [["scripts/security/supply-chain.test.ts", "no lock outlives its transaction"]],
  },
  {
    id: "T30",
    says: "No row is changed by its id alone",
    heldBy: [
      [
        "lib/server/api/walk.test.ts",
        "every operation refuses what it should, answers what it says, and never fails",
      ],
    ],
  },
  {
    id: "T31",
    says: "Nothing is downloaded to migrate",
    heldBy: [["scripts/security/supply-chain.test.ts", "the engine that migrates is a locked package"]],
  },
];
