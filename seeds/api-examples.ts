import { randomUUID } from "node:crypto";
import { splitClaim } from "@/lib/server/fits/commands";
import { inviteMember } from "@/lib/server/members/commands";
import { getScale } from "@/lib/server/scales/queries";
import { annotate, cite, createArticle, sampleText, type Desk, type Person } from "./factories";
import {
  claimRef,
  firstClaim,
  judged,
  disputed,
  assigned,
  binned,
  hooked,
  disposedArticle,
  questioned,
  waived,
  noted,
  kept,
  job,
  exported,
  textFile,
  lookedUp,
  openedElsewhere,
  tokenMade,
} from "./api-scenes";

/** A request that its operation accepts as things stand, and who sends it. */
export type ApiExample = {
  readonly as: Person;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly form?: FormData;
  /** What If-Match says. */
  readonly version?: number;
};

type Example = (desk: Desk) => ApiExample | Promise<ApiExample>;

const asOwner: Example = ({ owner }) => ({ as: owner });
const ofOwner =
  (more: Omit<ApiExample, "as">): Example =>
  ({ owner }) => ({ as: owner, ...more });

const onClaim = async (desk: Desk, as: Person, more: Omit<ApiExample, "as"> = {}): Promise<ApiExample> => ({
  as,
  params: { claim: (await firstClaim(desk)).claim.id },
  ...more,
});

async function onArticle(desk: Desk, more: Omit<ApiExample, "as"> = {}): Promise<ApiExample> {
  return { as: desk.owner, params: { article: (await createArticle(desk)).id }, ...more };
}

const onHook =
  (more: Omit<ApiExample, "as">): Example =>
  async (desk) => ({ as: desk.owner, params: { webhook: (await hooked(desk)).webhook }, ...more });

/** One accepted request for every operation of the API, by its id. */
export const apiExamples: Readonly<Record<string, Example>> = {
  getMe: asOwner,
  listSessions: asOwner,
  endOtherSessions: asOwner,
  endSession: async (desk) => ({ as: desk.owner, params: { session: await openedElsewhere(desk) } }),
  getDocument: asOwner,
  validateMarkup: ofOwner({ body: { "@type": "ClaimReview", claimReviewed: "The bridge is long." } }),
  getDeskAgreement: asOwner,
  getInsights: asOwner,
  listDiffering: ofOwner({ query: "a=true&b=false" }),
  getArticleAgreement: (desk) => onArticle(desk),
  reviewAnnotation: async (desk) => {
    const { annotation } = await judged(desk);
    return { as: desk.owner, params: { annotation }, body: { decision: "approve", version: 1 } };
  },
  reviewMany: async (desk) => {
    const { annotation: id } = await judged(desk);
    return { as: desk.owner, body: { decision: "approve", annotations: [{ id, version: 1 }] } };
  },
  listApprovable: async (desk) => ({ as: desk.owner, params: { article: (await judged(desk)).article } }),
  adjudicate: async (desk) => ({
    as: desk.owner,
    params: { claim: await disputed(desk) },
    body: { verdict: "true", rationale: "The register says so." },
  }),
  castVote: async (desk) => ({
    as: desk.owner,
    params: { claim: (await judged(desk, "panel")).claim },
    body: { verdict: "true" },
  }),
  getAnnotationVersion: async (desk) => ({
    as: desk.owner,
    params: { annotation: (await judged(desk)).annotation, version: "1" },
  }),
  listAnnotations: async (desk) => ({ as: desk.owner, params: { claim: (await judged(desk)).claim } }),
  saveAnnotation: async (desk) => {
    const citation = await cite(desk.slug, desk.owner, { title: "Road atlas" }, { quote: "112 m" });
    const body = { verdict: "true", rationale: "It says so.", confidence: 3, citations: [citation] };
    return onClaim(desk, desk.owner, { version: 0, body });
  },
  saveAnnotations: async (desk) => {
    const { claim } = await firstClaim(desk);
    const annotation = { verdict: "true", rationale: "It says so." };
    return { as: desk.owner, body: { annotations: [{ claimId: claim.id, version: 0, annotation }] } };
  },
  keepEvidenceAgain: async (desk) => {
    const { claim } = await firstClaim(desk);
    const page = { title: "Register", url: `https://register.example/${randomUUID()}` };
    const citations = [await cite(desk.slug, desk.owner, page)];
    await annotate(desk.slug, desk.owner, claim.id, { verdict: "true", citations });
    return { as: desk.owner, params: { claim: claim.id }, body: {} };
  },
  listArticles: asOwner,
  importArticle: ofOwner({ body: { title: "The bridge", text: sampleText, language: "en" } }),
  importDelivery: ({ owner }) => ({ as: owner, form: textFile({ title: "The bridge" }) }),
  previewArticle: ofOwner({ body: { text: sampleText } }),
  readArticle: ({ owner }) => ({ as: owner, form: textFile({}) }),
  getArticle: (desk) => onArticle(desk),
  changeArticle: (desk) => onArticle(desk, { version: 1, body: { title: "The old bridge", byline: null } }),
  binArticle: (desk) => onArticle(desk, { version: 1 }),
  restoreArticle: async (desk) => ({
    as: desk.owner,
    params: { article: await binned(desk) },
    version: 2,
    body: {},
  }),
  listBin: async (desk) => {
    await binned(desk);
    return { as: desk.owner };
  },
  listClaims: async (desk) => ({ as: desk.owner, params: { article: (await judged(desk)).article } }),
  exportReport: (desk) => onArticle(desk, { query: "format=csv" }),
  startExport: (desk) => onArticle(desk, { body: { format: "csv" } }),
  listExports: async (desk) => ({ as: desk.owner, params: { article: (await exported(desk)).article } }),
  getExport: async (desk) => ({ as: desk.owner, params: { export: (await exported(desk)).export } }),
  getExportFile: async (desk) => ({ as: desk.owner, params: { export: (await exported(desk)).export } }),
  publishReport: async (desk) => ({
    as: desk.owner,
    params: { article: (await disposedArticle(desk)).article },
    body: {},
  }),
  askWaiver: async (desk) => {
    const { article, input } = await questioned(desk);
    return { as: desk.owner, params: { article }, body: input };
  },
  confirmWaiver: async (desk) => ({ as: desk.owner, params: await waived(desk), body: {} }),
  withdrawWaiver: async (desk) => ({ as: desk.editor, params: await waived(desk), body: {} }),
  listRevisions: (desk) => onArticle(desk),
  getRevision: async (desk) => {
    const { as, params } = await onArticle(desk);
    return { as, params: { ...params, number: "1" } };
  },
  applyRevision: (desk) => onArticle(desk, { version: 1, body: { text: sampleText.replace("112", "113") } }),
  declineAssignment: async (desk) => ({
    as: desk.reviewer1,
    params: await assigned(desk),
    body: { reason: "I know the author." },
  }),
  handOver: async (desk) => ({
    as: desk.reviewer1,
    params: await assigned(desk),
    body: { memberId: desk.reviewer2.memberId },
  }),
  withdrawAssignment: async (desk) => ({ as: desk.owner, params: await assigned(desk), body: {} }),
  assignClaims: async (desk) => ({
    as: desk.owner,
    body: { claimIds: [(await firstClaim(desk)).claim.id], members: [desk.reviewer1.memberId] },
  }),
  takeBackWork: async (desk) => ({
    as: desk.owner,
    body: {
      work: [{ claimId: (await firstClaim(desk)).claim.id, memberId: desk.reviewer1.memberId }],
      kind: "annotate",
    },
  }),
  openWork: (desk) => onClaim(desk, desk.reviewer1, { body: {} }),
  getClaim: async (desk) => ({ as: desk.owner, params: { claim: await disputed(desk) } }),
  changeClaim: (desk) => onClaim(desk, desk.owner, { version: 1, body: { wording: "The bridge is long." } }),
  claimPart: (desk) => onClaim(desk, desk.owner, { version: 1, body: { start: 0, end: 10 } }),
  splitClaim: (desk) =>
    onClaim(desk, desk.owner, { version: 1, body: { at: sampleText.indexOf("112"), keep: "first" } }),
  mergeClaims: async (desk) => {
    const { claims } = await createArticle(desk);
    return { as: desk.owner, body: { claims: claims.slice(0, 2).map(claimRef) } };
  },
  undoFit: async (desk) => {
    const { claim } = await firstClaim(desk);
    const target = { workspace: desk.slug, claimId: claim.id, baseVersion: 1 };
    const at = sampleText.indexOf("112");
    const done = await splitClaim(desk.editor.actor, target, { at, keep: "first" });
    if (done.outcome !== "fitted") throw new Error(done.outcome);
    return { as: desk.owner, params: { fit: done.fit }, body: {} };
  },
  disposeClaims: async (desk) => {
    const { claim } = await firstClaim(desk);
    return { as: desk.owner, body: { claims: [{ ...claimRef(claim), disposition: "opinion" }] } };
  },
  writeNote: (desk) => onClaim(desk, desk.owner, { body: { body: "Is it?" } }),
  changeNote: async (desk) => ({
    as: desk.owner,
    params: await noted(desk),
    version: 1,
    body: { body: "Was it?" },
  }),
  resolveNote: async (desk) => ({ as: desk.owner, params: await noted(desk), body: { resolved: true } }),
  followEvents: async (desk) => ({ as: desk.owner, query: `article=${(await createArticle(desk)).id}` }),
  announcePresence: (desk) =>
    onArticle(desk, { body: { tab: randomUUID(), claimId: null, typing: false, leaving: false } }),
  followNotifications: asOwner,
  listHistory: asOwner,
  checkChain: asOwner,
  exportHistory: ofOwner({ query: "format=jsonl" }),
  listJobs: async (desk) => {
    await job(desk);
    return { as: desk.owner };
  },
  getJob: async (desk) => ({ as: desk.owner, params: await job(desk) }),
  listJobErrors: async (desk) => ({ as: desk.owner, params: await job(desk) }),
  cancelJob: async (desk) => ({ as: desk.owner, params: await job(desk), body: {} }),
  listColleagues: asOwner,
  listMembers: asOwner,
  changeRole: (desk) => ({
    as: desk.owner,
    params: { member: desk.reviewer2.memberId },
    version: 1,
    body: { role: "editor" },
  }),
  removeMember: (desk) => ({ as: desk.owner, params: { member: desk.viewer.memberId }, version: 1 }),
  makeResetLink: (desk) => ({ as: desk.owner, params: { member: desk.editor.memberId }, body: {} }),
  listInvitations: asOwner,
  inviteMember: ofOwner({ body: { email: "nora@example.org", role: "reviewer" } }),
  revokeInvitation: async (desk) => {
    const input = { email: `${randomUUID()}@example.org`, role: "viewer" as const };
    const { id } = await inviteMember(desk.owner.actor, { workspace: desk.slug }, input);
    return { as: desk.owner, params: { invitation: id } };
  },
  listNotifications: async (desk) => {
    await assigned(desk);
    return { as: desk.reviewer1 };
  },
  markRead: ofOwner({ body: { upTo: randomUUID() } }),
  getDelivery: asOwner,
  saveDelivery: ofOwner({
    body: {
      assigned: "program",
      mentioned: "email",
      changes_requested: "digest",
      disputed: "off",
      ruled: "program",
    },
  }),
  getKeys: asOwner,
  saveKeys: ofOwner({ version: 0, body: { actions: { submit: "x" }, rooms: { queue: "w" } } }),
  listPolicies: asOwner,
  changePanel: ofOwner({ version: 1, body: { quorum: 3, panelSize: 5 } }),
  getHouseStyle: asOwner,
  changeHouseStyle: ofOwner({ version: 1, body: { printsDissent: false, namesCheckers: true } }),
  getScale: asOwner,
  changeScale: async (desk) => {
    const { id: _, version, ...scale } = await getScale(desk.owner.actor, { workspace: desk.slug });
    return { as: desk.owner, version, body: { ...scale, guidelines: "Round in favour of the speaker." } };
  },
  listQueue: async (desk) => {
    await assigned(desk);
    return { as: desk.reviewer1 };
  },
  search: ofOwner({ query: "q=bridge&in=claims,articles" }),
  listSimilar: (desk) => onClaim(desk, desk.owner),
  listSources: async (desk) => {
    await kept(desk);
    return { as: desk.owner };
  },
  addSource: ofOwner({ body: { title: "Road atlas", medium: "document" } }),
  getSource: async (desk) => ({ as: desk.owner, params: { source: (await kept(desk)).source } }),
  takeSnapshot: async (desk) => ({
    as: desk.owner,
    params: { source: (await kept(desk)).source },
    body: {},
  }),
  getSnapshotText: async (desk) => ({ as: desk.owner, params: await kept(desk) }),
  startLookup: ofOwner({ body: { reference: "https://register.example/7" } }),
  getLookup: async (desk) => ({ as: desk.owner, params: { lookup: await lookedUp(desk) } }),
  listWebhooks: async (desk) => {
    await hooked(desk);
    return { as: desk.owner };
  },
  addWebhook: ofOwner({ body: { url: "https://hook.example/desk", events: ["claim.ruled"] } }),
  changeWebhook: onHook({ version: 1, body: { url: "https://hook.example/other", enabled: false } }),
  removeWebhook: onHook({}),
  rotateWebhookSecret: onHook({ version: 1, body: {} }),
  pingWebhook: onHook({ body: {} }),
  listDeliveries: onHook({}),
  replayDelivery: async (desk) => ({ as: desk.owner, params: await hooked(desk), body: {} }),
  listTokens: asOwner,
  makeToken: ofOwner({ body: { name: "Newsroom system", scope: "read", days: 30 } }),
  revokeToken: async (desk) => ({ as: desk.owner, params: { token: await tokenMade(desk) } }),
};
