import type { Judged } from "./checks/evidence";
import type { Person } from "../../seeds/factories";
import type { FaultDesk, Member } from "./desk";

/**
 * What has to be asked of the program's own modules, in a process of its own: they read their settings once and keep
 * their connections. Prints one line of JSON.
 */
async function makeDesk(): Promise<FaultDesk> {
  const { createArticle, createDesk, createPerson, testPassword } = await import("../../seeds/factories");
  const { newToken } = await import("../../lib/server/auth/token-actor");
  const { db } = await import("../../lib/server/db/client");
  const desk = await createDesk("Fault desk");
  const { workspaceId, slug } = desk;
  const withToken = async ({ memberId: id, actor }: Person, role: Member["role"]): Promise<Member> => {
    const { token, hash: tokenHash, prefix } = newToken();
    const scope = role === "owner" || role === "editor" ? "admin" : "annotate";
    const data = { workspaceId, memberId: id, name: "faults", prefix, tokenHash, scope } as const;
    await db().apiToken.create({ data });
    return { id, role, email: actor.email, token };
  };
  const more = (name: string) =>
    createPerson(workspaceId, { name, email: `${name.toLowerCase()}@faults.example`, role: "reviewer" });
  const reviewers = [desk.reviewer1, desk.reviewer2];
  for (const name of ["Ruth", "Ravi", "Rosa", "Remo"]) reviewers.push(await more(name));
  const unsteady = await more("Uma");
  const readers = [await more("Bea"), await more("Ben")];
  const sentences = (count: number) =>
    Array.from({ length: count }, (_, n) => `The bridge number ${n + 2} is ${n + 100} metres long.`).join(
      " ",
    );
  const article = async (count: number, policy: "single" | "blind_check" | "double_blind" | "panel") => {
    const { id, claims } = await createArticle(desk, { text: sentences(count), policy, title: policy });
    return { id, claims: claims.map((claim) => claim.id) };
  };
  const screens = async () => {
    const { id: articleId, claims } = await article(12, "single");
    return { articleId, claims };
  };
  const single = await article(200, "single");
  const twins = await article(2, "single");
  const hot = [
    ...(await article(1, "blind_check")).claims,
    ...(await article(1, "double_blind")).claims,
    ...(await article(2, "panel")).claims,
  ];
  return {
    workspace: slug,
    workspaceId,
    password: testPassword,
    owner: await withToken(desk.owner, "owner"),
    editor: await withToken(desk.editor, "editor"),
    reviewers: await Promise.all(reviewers.map((person) => withToken(person, "reviewer"))),
    unsteady: await withToken(unsteady, "reviewer"),
    readers: await Promise.all(readers.map((person) => withToken(person, "reviewer"))),
    hot: [...single.claims.slice(0, 4), ...hot],
    tail: single.claims.slice(4),
    blind: (await article(12, "double_blind")).claims,
    fit: (await article(40, "single")).claims,
    screens: await screens(),
    twins: { articleId: twins.id, first: twins.claims[0] ?? "", second: twins.claims[1] ?? "" },
  };
}

/** What only the program can say of what is stored: its chains, and the state that each claim's facts give. */
async function judge(workspaceId: string): Promise<Judged> {
  const { verifyHistory } = await import("../../lib/server/events/verify-history");
  const { sealWorkspace } = await import("../../lib/server/events/sealing");
  const { findClaims } = await import("../../lib/server/review/load-facts");
  const { claimState } = await import("../../lib/core/review/state");
  const { db } = await import("../../lib/server/db/client");
  await sealWorkspace(workspaceId);
  const verdict = await verifyHistory(workspaceId);
  const claims = await db().claim.findMany({ where: { workspaceId, deletedAt: null }, select: { id: true } });
  const scope = { workspaceId } as Parameters<typeof findClaims>[1];
  const loaded = await findClaims(
    db(),
    scope,
    claims.map(({ id }) => id),
  );
  const states = [...loaded.values()].map(({ row, facts }) => ({
    claim: row.id,
    stored: row.state,
    recomputed: claimState(facts),
  }));
  return { chain: { holds: verdict.holds, lines: verdict.holds ? verdict.lines : 0 }, states };
}

async function move(task: string, folder: string): Promise<null> {
  const { env } = await import("../../lib/server/env");
  const { writeBackup } = await import("../../lib/server/backup/write-backup");
  const { restoreBackup } = await import("../../lib/server/backup/restore-backup");
  if (task === "backup") await writeBackup(env().DATABASE_URL, folder, null);
  else await restoreBackup(env().DATABASE_URL, folder);
  return null;
}

function carryOut(task: string, argument: string): Promise<unknown> {
  if (task === "make") return makeDesk();
  return task === "judge" ? judge(argument) : move(task, argument);
}

const [task = "", argument = ""] = process.argv.slice(2);
const said = await carryOut(task, argument);
process.stdout.write(`${JSON.stringify(said)}\n`);
process.exit(0);
