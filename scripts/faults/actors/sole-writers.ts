import type { FaultDesk } from "../desk";
import { claimView, numberAt } from "./claim-view";
import type { Json, Writer } from "./writer";

/** Numbers the wordings of two claims in turn: whoever reads both at one moment finds them equal or one apart. */
export class TwinWriter {
  private readonly desk: FaultDesk;
  private readonly writer: Writer;
  private readonly counts = [0, 0];
  private readonly versions: (number | null)[] = [null, null];
  private turn = 0;

  constructor(desk: FaultDesk, writer: Writer) {
    this.desk = desk;
    this.writer = writer;
  }

  async write(): Promise<void> {
    const { twins } = this.desk;
    const which = this.turn;
    const claim = which === 0 ? twins.first : twins.second;
    const base = this.versions[which] ?? (await this.readVersion(claim));
    if (base === null) return;
    const count = (this.counts[which] ?? 0) + 1;
    const { outcome, json } = await this.writer.write({
      kind: "wording",
      target: claim,
      method: "PATCH",
      path: `claims/${claim}`,
      base,
      body: (mark) => ({ wording: `${mark} twin ${which === 0 ? "first" : "second"}=${count};` }),
      read: (answer) => ({ version: numberAt(answer, "version") ?? 0 }),
    });
    if (outcome.event !== "ok") {
      const current = (json["current"] ?? {}) as Json;
      this.versions[which] = outcome.event === "conflict" ? claimView(current).claimVersion : null;
      return;
    }
    this.versions[which] = outcome.version;
    this.counts[which] = count;
    this.turn = 1 - which;
  }

  private async readVersion(claim: string): Promise<number | null> {
    const json = await this.writer.read(`claims/${claim}`);
    return json ? claimView(json).claimVersion : null;
  }
}

const firstCount = /twin first=(\d+);/;
const secondCount = /twin second=(\d+);/;

/** Takes the article of the twins out of the program and notes the two numbers that were in it. */
export async function exportTwins(desk: FaultDesk, writer: Writer): Promise<void> {
  const { tell, now, number } = writer.settings;
  const json = await writer.read(`articles/${desk.twins.articleId}/export?format=json`);
  if (!json) return;
  const text = JSON.stringify(json);
  const first = Number(firstCount.exec(text)?.[1] ?? 0);
  const second = Number(secondCount.exec(text)?.[1] ?? 0);
  tell({ event: "export", at: now(), client: number, first, second });
}

/** Takes the unsteady member's right to write away, and gives it back. */
export class RoleChanger {
  private readonly desk: FaultDesk;
  private readonly writer: Writer;
  private version = 1;
  private role = "reviewer";

  constructor(desk: FaultDesk, writer: Writer) {
    this.desk = desk;
    this.writer = writer;
  }

  async write(): Promise<void> {
    const { id } = this.desk.unsteady;
    const role = this.role === "reviewer" ? "viewer" : "reviewer";
    const { outcome } = await this.writer.write({
      kind: "role",
      target: id,
      method: "PATCH",
      path: `members/${id}`,
      base: this.version,
      role,
      body: () => ({ role }),
      read: (json) => ({ version: numberAt(json, "version") ?? 0 }),
    });
    if (outcome.version === null) return;
    this.version = outcome.version;
    this.role = role;
  }
}
