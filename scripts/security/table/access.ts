import type { Requirement } from "../requirement";

const walk = "lib/server/api/walk.test.ts";
const blind = "lib/server/review/blind-responses.test.ts";
const matrix = "lib/server/api/matrix.test.ts";

/** C: who may do what. */
export const access: readonly Requirement[] = [
  {
    id: "C1",
    says: "Every page, handler and action stands in the inventory, and nothing else",
    heldBy: [
      ["lib/server/api/document.test.ts", "has every operation that there is, at its address, and no other"],
      [blind, "asks for every response that there is"],
      [matrix, "names every file that answers a request, with who may ask for it"],
    ],
  },
  {
    id: "C2",
    says: "Every persona with every operation: the exact refusal, and more refusals than permits",
    heldBy: [[matrix, "every persona with every operation"]],
  },
  {
    id: "C3",
    says: "An id of another desk is one that does not exist, and nothing changes",
    heldBy: [
      [walk, "every operation refuses what it should, answers what it says, and never fails"],
      [
        "lib/server/annotations/commands.test.ts",
        "a stranger finds nothing, whichever way the ids are mixed",
      ],
      ["lib/server/http/contract.test.ts", "says to a stranger what it says of an unknown id, to the byte"],
      ["lib/server/notes/commands.test.ts", "an answer to a note of another claim is refused"],
      [matrix, "changes no row of the desk whose ids were tried"],
    ],
  },
  {
    id: "C4",
    says: "No word of one desk reaches a member of another, wherever they look",
    heldBy: [
      ["e2e/harm/canary.harm.ts", "a member of another desk finds no word of it in any page or answer"],
      ["app/(public)/r/canary.test.ts", "what a reader can get of a desk"],
    ],
  },
  {
    id: "C5",
    says: "Before one's own verdict every response is the same, whatever the colleague's is",
    heldBy: [
      [blind, "before both have submitted, every response and every page is the same, byte for byte"],
      [blind, "and afterwards it is not"],
      ["lib/server/review/blindness.test.ts", "before a colleague has submitted their own"],
    ],
  },
  {
    id: "C6",
    says: "No path of steps leads to a ruling that the policy does not allow",
    heldBy: [
      ["lib/core/review/path.test.ts", "no path of legal steps leads to an illegal ruling"],
      ["lib/server/review/commands.test.ts", "nobody decides on their own work, whatever their role"],
      [
        "lib/server/db/constraints.test.ts",
        "refuses a review of one's own annotation, whatever the code says",
      ],
    ],
  },
  {
    id: "C7",
    says: "A field that a write does not name is refused",
    heldBy: [
      [walk, "every operation refuses what it should, answers what it says, and never fails"],
      ["lib/server/http/contract.test.ts", "names each unknown field"],
    ],
  },
  {
    id: "C8",
    says: "The check stands in the command, not before it; an action decides by itself",
    heldBy: [
      [walk, "every operation refuses what it should, answers what it says, and never fails"],
      [
        "e2e/harm/headers.harm.ts",
        "an action's id sent to another page, by another site or by nobody does nothing",
      ],
    ],
  },
  {
    id: "C9",
    says: "A copy or a move asks at both ends",
    notHere: "nothing is moved or copied from one desk to another; publishing is one desk's own",
  },
  {
    id: "C10",
    says: "The database keeps desks apart by itself",
    heldBy: [
      ["lib/server/db/constraints.test.ts", "puts the workspace first in the key of every table"],
      [
        "lib/server/db/constraints.test.ts",
        "lets no foreign key between such tables go without the workspace",
      ],
      ["lib/server/db/constraints.test.ts", "gives the server no more rights than it needs"],
      ["lib/server/api/walk.test.ts", "every statement about a desk's rows carries the desk"],
      ["lib/server/db/constraints.test.ts", "keeps rows of two workspaces apart"],
    ],
    thinner:
      "keys and recorded statements instead of row-level security, which would cost search and queue their indexes " +
      "(docs/decisions/0012)",
  },
  {
    id: "C11",
    says: "The last owner stays; of two who demote each other one fails, a hundred times",
    heldBy: [
      ["lib/server/members/commands.test.ts", "who is the last owner stays one"],
      ["lib/server/db/constraints.test.ts", "of two owners who demote each other at once, one stays owner"],
    ],
  },
];
