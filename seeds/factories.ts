import { randomUUID } from "node:crypto";
import type { AnnotationInput, CitationInput } from "@/lib/core/annotations/annotation";
import type { ArticleInput } from "@/lib/core/articles/article";
import type { Role } from "@/lib/core/permissions/table";
import { annotationInputSchema } from "@/lib/core/annotations/annotation";
import { saveAnnotation } from "@/lib/server/annotations/commands";
import { importArticle } from "@/lib/server/articles/commands";
import { listClaims } from "@/lib/server/articles/queries";
import type { Actor } from "@/lib/server/auth/actor";
import { hashPassword } from "@/lib/server/auth/password";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { db } from "@/lib/server/db/client";
import { addSource } from "@/lib/server/sources/commands";
import { addMember, createWorkspace } from "@/lib/server/workspaces/commands";

export type Person = { readonly actor: Actor; readonly memberId: string };

export type Desk = {
  readonly slug: string;
  readonly workspaceId: string;
  readonly owner: Person;
  readonly editor: Person;
  readonly reviewer1: Person;
  readonly reviewer2: Person;
  readonly viewer: Person;
};

/** What the demo article needs of a desk. */
export type DemoDesk = Pick<Desk, "slug" | "workspaceId" | "editor" | "reviewer1" | "reviewer2">;

export const testPassword = "correct horse battery staple";
let testHash: Promise<string> | null = null;

/** A desk of its own for one test, with one member of each role and a second reviewer. */
export async function createDesk(name = "Test desk"): Promise<Desk> {
  const tail = randomUUID().slice(0, 13);
  const slug = `desk-${tail}`;
  const workspaceId = await db().$transaction((tx) => createWorkspace(tx, { slug, name }));
  const add = (person: string, role: Role) =>
    createPerson(workspaceId, {
      name: person,
      email: `${person.toLowerCase().replace(" ", "")}.${tail}@example.org`,
      role,
    });
  return {
    slug,
    workspaceId,
    owner: await add("Olga", "owner"),
    editor: await add("Edgar", "editor"),
    reviewer1: await add("Rita One", "reviewer"),
    reviewer2: await add("Rui Two", "reviewer"),
    viewer: await add("Vera", "viewer"),
  };
}

type NewPerson = { readonly name: string; readonly email: string; readonly role: Role };

export async function createPerson(workspaceId: string, person: NewPerson): Promise<Person> {
  testHash ??= hashPassword(testPassword);
  const passwordHash = await testHash;
  const memberId = await db().$transaction((tx) =>
    addMember(tx, workspaceId, { ...person, passwordHash, demo: false }),
  );
  return personOf(memberId, workspaceId);
}

/** A member as the one who acts. */
export async function personOf(memberId: string, workspaceId: string): Promise<Person> {
  const { user } = await db().member.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: memberId } },
    select: { user: true },
  });
  const { id: userId, name, email } = user;
  return {
    memberId,
    actor: {
      userId,
      name,
      email,
      expectedMemberId: null,
      requestId: null,
      operation: null,
      signedInAt: new Date(),
      sessionId: null,
      token: null,
    },
  };
}

/** The same person, sending a write that may be repeated under this key. */
export function withKey(actor: Actor, key: string, fingerprint = "same request"): Actor {
  return { ...actor, operation: { key, fingerprint } };
}

export const sampleText = "The bridge is 112 metres long. It was opened in 1931. Nobody likes its colour.";

/** An article with its claims in order. */
export async function createArticle(desk: Desk, input: Partial<ArticleInput> = {}) {
  const article = await importArticle(
    desk.editor.actor,
    { workspace: desk.slug },
    { title: "The bridge", text: sampleText, policy: "single", ...input },
  );
  const claims = await listClaims(desk.editor.actor, { workspace: desk.slug, articleId: article.id });
  return { id: article.id, claims };
}

/** What a person writes, with the rest left empty. */
export function annotation(input: Partial<AnnotationInput>): AnnotationInput {
  return annotationInputSchema.parse({ verdict: null, ...input });
}

/** Saves on top of whatever version the person has. */
export async function annotate(
  slug: string,
  person: Person,
  claimId: string,
  input: Partial<AnnotationInput>,
) {
  const { own } = await getClaimDetail(person.actor, { workspace: slug, claimId });
  return saveAnnotation(
    person.actor,
    { workspace: slug, claimId, baseVersion: own.version },
    annotation(input),
  );
}

/** A source in the library and its citation. */
export async function cite(
  slug: string,
  person: Person,
  source: {
    readonly title: string;
    readonly url?: string;
    readonly publisher?: string;
    readonly publishedOn?: string;
  },
  citation: Partial<CitationInput> = {},
): Promise<CitationInput> {
  const added = await addSource(person.actor, { workspace: slug }, { medium: "web_text", ...source });
  return { sourceId: added.source.id, stance: "supports", quote: "", ...citation };
}
