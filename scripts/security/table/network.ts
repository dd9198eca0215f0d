import type { Requirement } from "../requirement";

const fetchPage = "lib/server/fetching/fetch-page.test.ts";
const address = "lib/server/fetching/public-address.test.ts";
const readFile = "lib/server/reading/read-file.test.ts";
const tokens = "lib/server/tokens/tokens.test.ts";
const members = "lib/server/members/commands.test.ts";
const hooks = "lib/server/webhooks/webhooks.test.ts";
const reader = "app/(public)/r/canary.test.ts";

/** F: requests that go out, G: files that come in, H: tokens and links. */
export const network: readonly Requirement[] = [
  {
    id: "F1",
    says: "Only http and https, only the web's own ports, no name and password",
    heldBy: [
      [fetchPage, "what must not be met"],
      [fetchPage, "other ports than the web's own"],
    ],
  },
  {
    id: "F2",
    says: "Every address is judged at the moment of connecting, in every way of writing it",
    heldBy: [
      [address, "isPublicAddress"],
      [address, "literalAddress"],
      [fetchPage, "a name that leads inside, also beside one that does not"],
    ],
  },
  {
    id: "F3",
    says: "Redirects are followed by hand and judged one by one",
    heldBy: [
      [fetchPage, "follows redirects to where the page is, and says where that was"],
      [fetchPage, "turns in no loop"],
      [fetchPage, "what must not be met"],
    ],
  },
  {
    id: "F4",
    says: "A name that answers differently a moment later is met where it was judged",
    heldBy: [[fetchPage, "a name that answers differently a moment later"]],
  },
  {
    id: "F5",
    says: "Time, bytes after unpacking, types and number are bounded",
    heldBy: [[fetchPage, "what must not go on for ever"]],
  },
  {
    id: "F6",
    says: "Forbidden, closed and silent read the same",
    heldBy: [[fetchPage, "forbidden, closed and silent read the same"]],
  },
  {
    id: "F7",
    says: "Webhooks are signed, kept until delivered, and told once or more",
    heldBy: [
      [hooks, "the signature is that of the example of Standard Webhooks"],
      [
        hooks,
        "is in the outbox of every hook that asked for it, with its job, in the transaction of the change",
      ],
      [hooks, "that was rolled back leaves nothing, and one whose sender dies after the save is still sent"],
      [hooks, "meets no inner network, and says of it no more than of one that does not answer"],
      [hooks, "keeps its secret encrypted, shows it once"],
    ],
  },
  {
    id: "G1",
    says: "Bytes are counted while they come in",
    heldBy: [
      ["lib/server/imports/routes.test.ts", "cuts off an upload of fifty megabytes while it comes in"],
      ["lib/server/http/contract.test.ts", "a body that never ends is cut off, not read"],
    ],
  },
  {
    id: "G2",
    says: "A file is what its bytes say, whatever it is called",
    heldBy: [["lib/core/formats/file-kind.test.ts", "fileKindOf"]],
  },
  {
    id: "G3",
    says: "Archives are bounded in parts, ratio and paths",
    heldBy: [
      [readFile, "a DOCX that unpacks to a hundred times its size, or has thousands of parts"],
      [readFile, "a DOCX that declares less than it holds, one with a path that leads outside"],
    ],
  },
  {
    id: "G4",
    says: "Documents are read in a process of their own that is ended in time",
    heldBy: [
      [readFile, "takes no longer than it may, and says so"],
      [readFile, "takes no more memory than it may"],
    ],
  },
  {
    id: "G5",
    says: "What was brought in is never shown as what it was",
    heldBy: [
      [readFile, "gives its article, what it says of itself, and what may not belong to it"],
      ["e2e/harm/scripts.harm.ts", "a download is a download"],
    ],
    thinner: "files are not kept at all, only their text; snapshots too are text",
  },
  {
    id: "G6",
    says: "Nobody brings in without end",
    heldBy: [
      ["lib/server/imports/bulk.test.ts", "three at once are enough for a desk"],
      ["lib/server/sources/look-up.test.ts", "a double click starts one, and nobody has many at a time"],
    ],
    thinner: "there is no quota on how much a desk holds",
  },
  {
    id: "H1",
    says: "A token is random, kept by its hash, shown once, has scope, end and last use, and ends at once",
    heldBy: [
      [tokens, "acts as its member, with the smaller of its scope and their role"],
      [tokens, "ends at once"],
      [tokens, "is kept as its hash alone, shown once"],
      [tokens, "tells when it was used last, and who has it"],
    ],
  },
  {
    id: "H2",
    says: "The scope is that of the operation, however its address is written",
    heldBy: [
      [
        "lib/server/api/walk.test.ts",
        "every operation refuses what it should, answers what it says, and never fails",
      ],
      ["e2e/harm/headers.harm.ts", "an address written in another way opens nothing"],
    ],
  },
  {
    id: "H3",
    says: "An invitation is for one address and role, once, for seven days",
    heldBy: [[members, "an invitation"]],
  },
  {
    id: "H4",
    says: "A published page shows what is published and not a word more",
    heldBy: [
      [reader, "what a reader can get of a desk"],
      ["lib/server/reports/commands.test.ts", "lets out nothing but what is published"],
    ],
    thinner: "published reports are public on purpose; there are no secret links to unpublished ones",
  },
  {
    id: "H5",
    says: "No secret stands in a query or in the log",
    heldBy: [
      ["scripts/security/server-log.ts", "nothing that is secret stands in what the server said"],
      [members, "keeps no secret"],
    ],
  },
  {
    id: "H6",
    says: "Secrets that have to be read again are encrypted where they lie",
    heldBy: [
      [hooks, "keeps its secret encrypted, shows it once, and signs with the new one after a change of it"],
    ],
  },
];
