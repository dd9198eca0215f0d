import type { Actor } from "../../lib/server/auth/actor";
import { db } from "../../lib/server/db/client";
import { Complaint } from "../process/complaint";

/** On whose account a command acts. @throws Complaint when nobody here has that address */
export async function findActor(email: string): Promise<Actor> {
  const user = await db().user.findUnique({ where: { email: email.toLowerCase() } });
  if (!user || user.disabledAt) throw new Complaint(`Nobody here has the e-mail address ${email}.`);
  const { id: userId, name } = user;
  const nothingClaimed = {
    expectedMemberId: null,
    requestId: null,
    operation: null,
    signedInAt: null,
    sessionId: null,
    token: null,
  };
  return { userId, name, email: user.email, ...nothingClaimed };
}
