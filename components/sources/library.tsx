import Link from "next/link";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { Source } from "@/lib/core/sources/source";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { DeskHeader } from "@/components/workspace/desk-header";
import { sourceOrigin } from "./source-origin";

type LibraryProps = {
  readonly member: DeskMember;
  readonly q: string;
  readonly sources: readonly Source[];
  readonly nextCursor: string | null;
};

/** Every publication that the desk has used, newest first. */
export function Library({ member, q, sources, nextCursor }: LibraryProps) {
  const base = `/w/${member.workspace.slug}/sources`;
  const search = q.trim() ? { q: q.trim() } : {};
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: "Sources" }]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-4xl px-4 pt-10 pb-20 outline-none sm:px-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Sources</h1>
        <form role="search" action={base} className="mt-5 flex max-w-md items-end gap-2">
          <div className="flex-1">
            <TextField
              label="Title, publisher or address"
              name="q"
              type="search"
              defaultValue={q}
              maxLength={200}
            />
          </div>
          <Button type="submit">Search</Button>
        </form>
        {sources.length === 0 ? (
          <p className="py-10 text-muted">
            {q.trim()
              ? "The library has nothing like it."
              : "The library is empty. It fills with what is cited: open a claim and add a source."}
          </p>
        ) : null}
        <ul className="mt-6 divide-y divide-hairline border-y border-hairline empty:hidden">
          {sources.map((source) => (
            <li key={source.id} className="py-2.5">
              <Link href={`${base}/${source.id}`} className="font-semibold wrap-anywhere hover:underline">
                {source.title}
              </Link>
              <p className="text-xs wrap-anywhere text-muted">{sourceOrigin(source)}</p>
            </li>
          ))}
        </ul>
        {nextCursor ? (
          <p className="mt-5 text-sm">
            <Link
              href={`${base}?${new URLSearchParams({ ...search, cursor: nextCursor }).toString()}`}
              className="text-accent underline"
            >
              Earlier
            </Link>
          </p>
        ) : null}
      </main>
    </>
  );
}
