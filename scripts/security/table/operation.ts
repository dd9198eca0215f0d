import type { Requirement } from "../requirement";

const sealing = "lib/server/events/sealing.test.ts";
const contract = "lib/server/http/contract.test.ts";
const headers = "e2e/harm/headers.harm.ts";
const lock = "scripts/security/supply-chain.test.ts";

/** I: what is recorded and told, J: how it is set up. */
export const operation: readonly Requirement[] = [
  {
    id: "I1",
    says: "Roles, tokens, exports and publishing are lines of history with who, what, when and the request's id",
    heldBy: [
      ["lib/server/events/history.test.ts", "is filtered by member, type, article, claim and day"],
      ["lib/server/tokens/tokens.test.ts", "is kept as its hash alone, shown once"],
    ],
    thinner: "tries of signing in and refusals are counted for throttling and not listed",
  },
  {
    id: "I2",
    says: "History is written once and sealed: a changed byte is named",
    heldBy: [
      [sealing, "names the line in which one byte was changed"],
      [sealing, "is written once"],
      ["lib/server/db/constraints.test.ts", "the database itself writes event once"],
    ],
  },
  {
    id: "I3",
    says: "No password, cookie, token or word of a note is in the log",
    heldBy: [
      ["scripts/security/server-log.ts", "nothing that is secret stands in what the server said"],
      ["lib/server/http/log.test.ts", "what is logged"],
    ],
  },
  {
    id: "I4",
    says: "No answer tells a stack, a query or a path",
    heldBy: [
      ["lib/server/http/log.test.ts", "tells nobody but the log"],
      [headers, "strange requests are refused, never a failure"],
    ],
  },
  {
    id: "I5",
    says: "What fails, refuses",
    heldBy: [
      [contract, "a database that is gone is 503 and says that the key makes a repeat safe"],
      ["lib/server/auth/external-user.test.ts", "say each thing that is missing"],
    ],
  },
  {
    id: "I6",
    says: "What goes wrong in one request does not end the others",
    heldBy: [["lib/server/reading/read-file.test.ts", "takes no more memory than it may"]],
    thinner: "npm run test:faults shows it for the whole program",
  },
  {
    id: "J1",
    says: "No start with absent or short secrets",
    heldBy: [["lib/server/auth/external-user.test.ts", "say each thing that is missing"]],
  },
  {
    id: "J2",
    says: "The origin is set; forwarded addresses are believed from our own proxies only",
    heldBy: [
      ["lib/server/http/rate-limit.test.ts", "what our own proxy says, and nothing before it"],
      [headers, "a forged host changes nothing"],
    ],
  },
  {
    id: "J3",
    says: "Packages are at or above the versions without known holes, locked with their hashes, from one registry",
    heldBy: [[lock, "what is installed"]],
  },
  {
    id: "J4",
    says: "The build serves no settings, no source maps, nothing for development",
    heldBy: [[headers, "nothing of the workshop is served"]],
  },
  {
    id: "J5",
    says: "The role that migrates is not the one that serves",
    heldBy: [
      ["lib/server/db/constraints.test.ts", "gives the server no more rights than it needs"],
      ["scripts/database/durability.test.ts", "knows the server's role from the owner"],
    ],
  },
  {
    id: "J6",
    says: "What is dear is limited, and the limits are written down",
    heldBy: [
      ["lib/core/limits/token-bucket.test.ts", "never lets more through than the burst and what came in"],
      ["lib/server/http/rate-limit.test.ts", "every refusal for now says when to come back"],
      ["lib/server/tokens/tokens.test.ts", "is one of twenty at most"],
    ],
  },
  {
    id: "J7",
    says: "Nothing of a signed-in person is kept by a cache, nor seen by the next one",
    heldBy: [
      [headers, "every kind of answer has the same protecting headers"],
      ["e2e/harm/canary.harm.ts", "two people of two desks who ask in turn get only their own"],
    ],
  },
  {
    id: "J8",
    says: "Waiting for the database is bounded",
    heldBy: [
      [contract, "a database that is gone is 503 and says that the key makes a repeat safe"],
      ["lib/server/reports/report-file.test.ts", "reads no further than its reader takes"],
    ],
    thinner: "npm run test:faults takes all connections away and looks at what clients are told",
  },
];
