import type { Requirement } from "../requirement";

const signIn = "lib/server/auth/sign-in.test.ts";
const identity = "lib/core/identity/identity.test.ts";
const members = "lib/server/members/commands.test.ts";
const limits = "lib/server/http/rate-limit.test.ts";
const sessions = "lib/server/sessions/sessions.test.ts";
const contract = "lib/server/http/contract.test.ts";

/** A: authentication, B: sessions. */
export const people: readonly Requirement[] = [
  {
    id: "A1",
    says: "Passwords of 12 to 200 characters, any of them, as they are",
    heldBy: [
      [identity, "passwords are taken as they are"],
      [signIn, "passwords that differ late are different"],
    ],
  },
  {
    id: "A2",
    says: "The commonest passwords and the words of the place are refused",
    heldBy: [["lib/server/auth/password-strength.test.ts", "is refused when anybody would try"]],
  },
  {
    id: "A3",
    says: "argon2id at or above the floor, a few hashes at once",
    heldBy: [[signIn, "keeps argon2id hashes at or above the floor"]],
    thinner: "the parameters have never changed, so no old hash is there to be renewed",
  },
  {
    id: "A4",
    says: "Sign-in is throttled for account and address, and lets the owner in again",
    heldBy: [
      [signIn, "slows down guessing for the account, however the address is written"],
      [limits, "is slowed down for an address that tries one account after the other"],
      [limits, "answers 429 with Retry-After when it is refused for now"],
      [limits, "has ten times what a member has, and no more by writing others before its own"],
    ],
  },
  {
    id: "A5",
    says: "Nobody learns who has an account",
    heldBy: [[signIn, "in one and the same way"]],
    thinner: "an unknown account is hashed against a decoy; the difference in time is not measured",
  },
  {
    id: "A6",
    says: "A new password ends every session and every token",
    heldBy: [[members, "sets it once, and ends every session and every token"]],
  },
  {
    id: "A7",
    says: "A link for a new password is random, hashed, short and good once",
    heldBy: [
      [members, "sets it once, and ends every session and every token"],
      [members, "is over after an hour, and when a newer one is made"],
    ],
  },
  {
    id: "A8",
    says: "No account exists by default; the first comes by a one-time link",
    heldBy: [
      ["lib/server/workspaces/set-up.test.ts", "of twenty who open the set-up link at once"],
      [signIn, "lets nobody in as a demo person outside of the demo"],
    ],
  },
  {
    id: "A9",
    says: "Accounts are made by invitation only",
    heldBy: [["lib/server/auth/external-user.test.ts", "somebody who comes from another service"]],
  },
  {
    id: "A10",
    says: "An e-mail address has one form before it is compared",
    heldBy: [[identity, "e-mail addresses have one form"]],
  },
  { id: "A11", says: "One-time codes are good once", notHere: "one-time codes are not offered" },
  {
    id: "A12",
    says: "What outlives a session asks to sign in again",
    heldBy: [
      ["lib/server/tokens/tokens.test.ts", "are made by whoever has just signed in"],
      [sessions, "an open browser that was left ends none: whoever does it has just signed in"],
    ],
    thinner:
      "this is about tokens and about ending sessions; an e-mail address cannot be changed and a workspace cannot be deleted here, " +
      "and a full backup is made on the server's own command line",
  },
  {
    id: "B1",
    says: "The session's cookie is __Host-, Secure, HttpOnly, SameSite=Lax",
    heldBy: [["lib/server/auth/cookies.test.ts", "the session's cookie"]],
  },
  {
    id: "B2",
    says: "Signing in begins a new session",
    heldBy: [
      [
        "e2e/harm/sessions.harm.ts",
        "signing in twice makes two sessions, and no cookie that was there before counts",
      ],
      [sessions, "ends the session that the browser had before, whose cookie it overwrites"],
    ],
  },
  {
    id: "B3",
    says: "A session that was ended opens nothing, with the very same cookie",
    heldBy: [
      [contract, "a session that was revoked writes nothing, with the very same cookie"],
      [
        "e2e/sign-in.spec.ts",
        "after signing out the old cookie opens nothing and Back shows nothing of the desk",
      ],
    ],
  },
  {
    id: "B4",
    says: "Who is removed or demoted loses the right with the next request, and the live feed at once",
    heldBy: [
      [members, "who is removed is out with the next request, and signed out everywhere"],
      [members, "whose role changes has the new one with the next request"],
      [contract, "a removed member is a stranger from the next request on"],
      ["lib/server/events/stream.test.ts", "ends for a removed member with the removal"],
    ],
  },
  {
    id: "B5",
    says: "Sessions end at their time",
    heldBy: [
      [signIn, "end at sign-out, at their time, and with the account"],
      [signIn, "end after three days without a request, and not while there are some"],
    ],
  },
  {
    id: "B6",
    says: "Sessions are listed and ended; an owner ends a member's",
    heldBy: [
      [members, "sets it once, and ends every session and every token"],
      [members, "who is removed is out with the next request, and signed out everywhere"],
      [sessions, "are those in force, and nobody else's"],
      [sessions, "end with their next request: one, and all but this one"],
      [sessions, "a stranger's, a colleague's and an unknown session are not there, and stay open"],
      [sessions, "a token sees and ends none, nor does the command line"],
      [sessions, "is closed at once when"],
    ],
    thinner:
      "an owner ends all sessions of a member with their membership or with a new password, and sees no list of " +
      "them; where a session was opened from is told by what the browser called itself, which may be anything",
  },
  {
    id: "B7",
    says: "Signing out leaves nothing of the desk in the browser",
    heldBy: [
      [
        "e2e/sign-in.spec.ts",
        "after signing out the old cookie opens nothing and Back shows nothing of the desk",
      ],
      [
        "lib/server/http/contract.test.ts",
        "what one person wrote is not saved as another's who has signed in since",
      ],
    ],
    thinner:
      "drafts that were not saved yet stay in the browser's store for their writer, under the member's own name",
  },
];
