import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, expect, it, vi } from "vitest";
import { faultPoints, isAt } from "@/scripts/faults/fault-points";
import { annotate, createArticle, createDesk, withKey } from "@/seeds/factories";

afterAll(() => {
  vi.restoreAllMocks();
});

it("a save sends the statement of each step at which the harness lets it fail", async () => {
  const desk = await createDesk();
  const { claims } = await createArticle(desk);
  const sent: string[] = [];
  const query = vi.spyOn(Client.prototype, "query");
  const reviewer = { ...desk.reviewer1, actor: withKey(desk.reviewer1.actor, randomUUID()) };
  await annotate(desk.slug, reviewer, claims[0]?.id ?? "", { verdict: "true" });
  for (const [asked] of query.mock.calls as unknown as readonly [string | { text: string }][])
    sent.push(typeof asked === "string" ? asked : asked.text);
  expect(faultPoints.filter((point) => !sent.some((statement) => isAt(point, statement)))).toEqual([]);
});
