import type { ClientsTask, Member } from "../desk";
import type { HistoryLine } from "../history";
import { seeded, seedFor, type Random } from "../random";
import { Client } from "./client";
import { sessionOf, tokenOf } from "./credential";
import { exportTwins, RoleChanger, TwinWriter } from "./sole-writers";
import { Writer } from "./writer";

export type Job = { readonly share: number; readonly run: () => Promise<unknown> };

type Ctx = {
  readonly task: ClientsTask;
  readonly tell: (line: HistoryLine) => void;
  readonly now: () => number;
};

/** Whose client the one with this number is: two each, so that everybody has colleagues and a second tab. */
export function memberOf({ desk }: ClientsTask, client: number): Member {
  if (client === 0) return desk.owner;
  if (client <= 2) return desk.editor;
  if (client === 3) return desk.unsteady;
  const reviewer = desk.reviewers[Math.floor((client - 4) / 2) % desk.reviewers.length];
  return reviewer ?? desk.editor;
}

/** Works until told to stop, one write after the other; what is under way is brought to an end that is known. */
export async function runClient(ctx: Ctx, number: number, isOver: () => boolean): Promise<void> {
  const { task, tell, now } = ctx;
  const member = memberOf(task, number);
  const random = seeded(seedFor(task.seed, `client ${number}`));
  const { desk, ports, origin } = task;
  // One of the two is a program, the other comes as a browser does.
  const { email, token } = member;
  const credential =
    number % 2 === 0 || origin === null
      ? tokenOf(token)
      : sessionOf({ email, password: desk.password }, origin);
  const writer = new Writer({
    number,
    member: member.id,
    credential,
    workspace: desk.workspace,
    ports,
    random,
    tell,
    now,
  });
  const submitsBlind = member.id === desk.reviewers[0]?.id;
  const client = new Client({ desk, writer, random, member: member.id, submitsBlind });
  const jobs = [...usualJobs(client), ...ownJobs(task, number, client, writer)];
  while (!isOver()) await choose(jobs, random).run();
  writer.close();
}

function usualJobs(client: Client): readonly Job[] {
  return [
    { share: 70, run: () => client.save(false) },
    { share: 3, run: () => client.save(true) },
    { share: 5, run: () => client.note() },
    { share: 4, run: () => client.changeNote() },
    { share: 3, run: () => client.source() },
    { share: 4, run: () => client.look() },
    { share: 2, run: () => client.decide() },
  ];
}

/** What only some may do, or what only one may do so that others can tell what they should see. */
function ownJobs({ desk }: ClientsTask, number: number, client: Client, writer: Writer): readonly Job[] {
  if (number === 0) {
    const changer = new RoleChanger(desk, writer);
    return [{ share: 8, run: () => changer.write() }];
  }
  if (number === 1) {
    const twins = new TwinWriter(desk, writer);
    return [{ share: 60, run: () => twins.write() }];
  }
  if (number !== 2) return [];
  return [
    { share: 10, run: () => exportTwins(desk, writer) },
    { share: 4, run: () => client.fit() },
    { share: 3, run: () => client.assign() },
    { share: 2, run: () => client.bringArticle() },
  ];
}

function choose(jobs: readonly Job[], random: Random): Job {
  const whole = jobs.reduce((sum, { share }) => sum + share, 0);
  let left = random.next() * whole;
  for (const job of jobs) {
    left -= job.share;
    if (left < 0) return job;
  }
  return random.pick(jobs);
}
