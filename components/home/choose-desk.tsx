"use client";

import Link from "next/link";
import type { Role } from "@/lib/core/permissions/table";
import { leave } from "@/lib/client/sign-out";
import { Button } from "@/components/ui/button";
import { roleWords } from "@/components/workspace/role-words";
import { Wordmark } from "@/components/workspace/wordmark";

type ChooseDeskProps = {
  readonly workspaces: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
};

export function ChooseDesk({ workspaces }: ChooseDeskProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center px-5 py-12">
      <Wordmark />
      <h1 className="mt-6 font-serif text-3xl font-semibold">
        {workspaces.length === 0 ? "You belong to no desk yet" : "Your desks"}
      </h1>
      {workspaces.length === 0 ? (
        <p className="mt-3 text-muted">Ask an owner of your desk to add you, then come back to this page.</p>
      ) : null}
      <ul className="mt-5 divide-y divide-hairline">
        {workspaces.map(({ slug, name, role }) => (
          <li key={slug}>
            <Link
              href={`/w/${slug}`}
              className="flex items-baseline justify-between py-3 text-base hover:underline"
            >
              {name} <span className="text-xs text-muted">{roleWords[role]}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Button className="mt-8 self-start" onClick={() => void leave()}>
        Sign out
      </Button>
    </main>
  );
}
