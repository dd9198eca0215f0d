import { randomUUID } from "node:crypto";
import type { PolicyKind } from "@/lib/core/review/policy";
import { assignInputSchema } from "@/lib/core/assignments/assignment";
import { binArticle } from "@/lib/server/articles/commands";
import { assignClaims } from "@/lib/server/assignments/commands";
import { changeClaim } from "@/lib/server/claims/commands";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { db } from "@/lib/server/db/client";
import { writeNote } from "@/lib/server/notes/commands";
import { startExport } from "@/lib/server/exports/commands";
import { runExport } from "@/lib/server/exports/run-export";
import { openSession } from "@/lib/server/auth/session-store";
import { addSource, startLookup } from "@/lib/server/sources/commands";
import { makeToken } from "@/lib/server/tokens/commands";
import { askWaiver } from "@/lib/server/waivers/commands";
import { addWebhook } from "@/lib/server/webhooks/commands";
import { annotate, createArticle, type Desk } from "./factories";

export async function firstClaim(desk: Desk, policy: PolicyKind = "single") {
  const article = await createArticle(desk, { policy });
  const [claim] = article.claims;
  if (!claim) throw new Error("the sample text has claims");
  return { ...article, claim };
}

/** A claim on which a reviewer has submitted something. */
export async function judged(desk: Desk, policy: PolicyKind = "single") {
  const { claim, id: article } = await firstClaim(desk, policy);
  await annotate(desk.slug, desk.reviewer1, claim.id, { verdict: "true", rationale: "Seen.", submit: true });
  const { own } = await getClaimDetail(desk.reviewer1.actor, { workspace: desk.slug, claimId: claim.id });
  return { claim: claim.id, annotation: own.id ?? "", article };
}

/** An article in the bin, by its id. */
export async function binned(desk: Desk): Promise<string> {
  const { id: articleId } = await createArticle(desk);
  await binArticle(desk.editor.actor, { workspace: desk.slug, articleId, baseVersion: 1 });
  return articleId;
}

/** A webhook with a delivery that has failed for good. */
export async function hooked(desk: Desk) {
  const target = { workspace: desk.slug };
  const input = { url: "https://hook.example/desk", events: ["claim.ruled" as const] };
  const { id: webhook } = await addWebhook(desk.owner.actor, target, input);
  const { workspaceId } = desk;
  const { id: delivery } = await db().webhookDelivery.create({
    data: { workspaceId, webhookId: webhook, state: "dead", attempts: 8, triedAt: new Date() },
  });
  return { webhook, delivery };
}

export async function disputed(desk: Desk): Promise<string> {
  const { claim } = await judged(desk, "double_blind");
  await annotate(desk.slug, desk.reviewer2, claim, { verdict: "false", rationale: "Not so.", submit: true });
  return claim;
}

export async function assigned(desk: Desk): Promise<{ readonly assignment: string }> {
  const { claim } = await firstClaim(desk);
  const input = assignInputSchema.parse({ claimIds: [claim.id], members: [desk.reviewer1.memberId] });
  await assignClaims(desk.editor.actor, { workspace: desk.slug }, input);
  const { id } = await db().assignment.findFirstOrThrow({
    where: { workspaceId: desk.workspaceId, claimId: claim.id },
  });
  return { assignment: id };
}

/** An article that could be published, if nobody has a question about it. */
export async function disposedArticle(desk: Desk) {
  const { id: article, claims } = await createArticle(desk);
  for (const { id: claimId } of claims) {
    const target = { workspace: desk.slug, claimId, baseVersion: 1 };
    await changeClaim(desk.editor.actor, target, { disposition: "opinion" });
  }
  return { article, claim: claims[0]?.id ?? "" };
}

export async function questioned(desk: Desk) {
  const { article, claim } = await disposedArticle(desk);
  await writeNote(desk.reviewer1.actor, { workspace: desk.slug, claimId: claim }, { body: "Is it?" });
  const input = { check: "notes_resolved" as const, claimIds: [claim], reason: "Asked; no answer yet" };
  return { article, input };
}

export async function waived(desk: Desk) {
  const { article, input } = await questioned(desk);
  const target = { workspace: desk.slug, articleId: article };
  const asked = await askWaiver(desk.editor.actor, target, input);
  if (asked.outcome !== "asked") throw new Error(asked.outcome);
  return { waiver: asked.id };
}

export async function noted(desk: Desk) {
  const { claim } = await firstClaim(desk);
  const target = { workspace: desk.slug, claimId: claim.id };
  const { id: note } = await writeNote(desk.owner.actor, target, { body: "Is it?" });
  return { note };
}

export async function kept(desk: Desk) {
  const { workspaceId } = desk;
  const { source } = await addSource(
    desk.editor.actor,
    { workspace: desk.slug },
    { title: "Register", url: `https://register.example/${randomUUID()}`, medium: "web_text" },
  );
  const { id: snapshot } = await db().snapshot.create({
    data: {
      workspaceId,
      sourceId: source.id,
      url: source.url ?? "",
      mediaType: "text/html",
      text: "The bridge is 112 m long.",
      sha256: "0".repeat(64),
      forCitation: false,
      takenById: desk.editor.memberId,
    },
  });
  return { source: source.id, snapshot };
}

export async function job(desk: Desk) {
  const { workspaceId, owner } = desk;
  const input = { fileName: "desk.jsonl", policy: "single", duplicates: "leave_out" };
  const created = await db().job.create({
    data: { workspaceId, kind: "articles.import", input, createdById: owner.memberId },
  });
  const target = { workspaceId, jobId: created.id };
  await db().jobProblem.create({ data: { ...target, line: 3, message: "There is no text." } });
  return { job: created.id };
}

/** An export of the owner's that is ready. */
export async function exported(desk: Desk) {
  const { id: articleId } = await createArticle(desk);
  const target = { workspace: desk.slug, articleId };
  const { id } = await startExport(desk.owner.actor, target, { format: "csv" });
  await runExport({ workspaceId: desk.workspaceId, jobId: id }, new AbortController().signal);
  return { article: articleId, export: id };
}

export function textFile(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new File(["The bridge is long. It is old."], "bridge.txt", { type: "text/plain" }));
  return form;
}

export const claimRef = ({ id, version }: { readonly id: string; readonly version: number }) => ({
  id,
  version,
});

/** A reference that is being looked up for the owner, by its id. */
export async function lookedUp({ slug, owner }: Desk): Promise<string> {
  const input = { reference: "https://register.example/7" };
  return (await startLookup(owner.actor, { workspace: slug }, input)).jobId;
}

/** A token of the owner's, by its id. */
export async function tokenMade({ slug, owner }: Desk): Promise<string> {
  const input = { name: "Old system", scope: "read", days: null } as const;
  return (await makeToken(owner.actor, { workspace: slug }, input)).id;
}

/** A second browser in which the owner is signed in, by its session. */
export function openedElsewhere({ owner }: Desk): Promise<string> {
  return openSession(owner.actor.userId, new Date(), "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0");
}
