"use client";

import { useRouter } from "next/navigation";
import type { Duplicate } from "@/lib/core/articles/article";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { keepText, newVersionPlace } from "@/lib/client/kept-text";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";

type DuplicateNoteProps = {
  readonly member: DeskMember;
  readonly duplicates: readonly Duplicate[];
  readonly text: string;
};

/** The desk has this article already: what was checked in it can be kept, instead of beginning again. */
export function DuplicateNote({ member, duplicates, text }: DuplicateNoteProps) {
  const router = useRouter();
  const [first, ...others] = duplicates;
  if (!first) return null;
  const { slug } = member.workspace;
  const path = `/w/${slug}/articles/${first.articleId}`;
  const takeAlong = () => {
    const place = newVersionPlace({ workspace: slug, memberId: member.memberId, articleId: first.articleId });
    keepText(place, text);
    router.push(`${path}/revisions`);
  };
  return (
    <Banner
      look="attention"
      title="This desk seems to have this article already"
      actions={
        <>
          {first.same === "address" ? (
            <Button onClick={takeAlong}>Bring it in as a new version of that one</Button>
          ) : null}
          <a href={path} className={buttonClass("outline")}>
            Open that one
          </a>
        </>
      }
    >
      “{first.title}” has {first.same === "text" ? "exactly this text" : "the same address"}
      {others.length > 0 ? `, and so have ${others.length} more` : ""}. A new version keeps the verdicts of
      every sentence that stayed the same.
    </Banner>
  );
}
