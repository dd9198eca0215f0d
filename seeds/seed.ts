import { readFile } from "node:fs/promises";
import type { Role } from "@/lib/core/permissions/table";
import { importArticle } from "@/lib/server/articles/commands";
import { hashPassword } from "@/lib/server/auth/password";
import { db } from "@/lib/server/db/client";
import { addMember, createWorkspace } from "@/lib/server/workspaces/commands";
import { personOf, type Desk } from "./factories";
import { seedLightship } from "./lightship";

const people: readonly { key: "owner" | "editor" | "reviewer1" | "reviewer2"; name: string; role: Role }[] = [
  { key: "owner", name: "Olivia Owner", role: "owner" },
  { key: "editor", name: "Emil Editor", role: "editor" },
  { key: "reviewer1", name: "Mina Reviewer", role: "reviewer" },
  { key: "reviewer2", name: "Jonas Reviewer", role: "reviewer" },
];

/**
 * The demo desk: the seed article, untouched, and an invented one that has been worked into every state. Written by the
 * same commands that the screens call, so that history, versions and rulings are real.
 */
export async function seedDemo({ demoPassword }: { readonly demoPassword: string }): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const workspaceId = await db().$transaction((tx) =>
    createWorkspace(tx, { slug: "demo", name: "Demo desk" }),
  );
  const members = new Map<string, Desk["owner"]>();
  for (const { key, name, role } of people) {
    const email = `${key}@demo.test`;
    const memberId = await db().$transaction((tx) =>
      addMember(tx, workspaceId, { name, email, role, passwordHash, demo: true }),
    );
    members.set(key, await personOf(memberId, workspaceId));
  }
  const person = (key: string) => {
    const found = members.get(key);
    if (!found) throw new Error(`The demo desk has no ${key}`);
    return found;
  };
  const desk = {
    slug: "demo",
    workspaceId,
    editor: person("editor"),
    reviewer1: person("reviewer1"),
    reviewer2: person("reviewer2"),
  };
  await seedLightship(desk);
  await importArticle(desk.editor.actor, { workspace: "demo" }, await seedArticle());
}

/** The article that the desk opens with, exactly as it was given. */
/** The article that the product is shown with. */
export async function seedArticle() {
  const text = await readFile(new URL("./articles/seed-article.txt", import.meta.url), "utf8");
  return {
    title: "Iraqi militias offer a truce for a timetable of withdrawal",
    text,
    language: "en",
    policy: "single",
  } as const;
}
