import { can, type Permission } from "@/lib/core/permissions/table";
import type { DeskMember } from "@/lib/core/claims/workbench";

/** A place to go to. `key` leads there from the workbench after `g`. */
export type Room = { readonly label: string; readonly href: string; readonly key: string };

type Place = {
  readonly label: string;
  readonly path: string;
  readonly key: string;
  readonly needs: Permission;
};

/** The rooms of a desk, in the order of a working day. */
const places: readonly Place[] = [
  { label: "My desk", path: "", key: "d", needs: "article.read" },
  { label: "Queue", path: "/queue", key: "q", needs: "annotation.write" },
  { label: "Notifications", path: "/notifications", key: "n", needs: "annotation.read" },
  { label: "Sources", path: "/sources", key: "s", needs: "source.read" },
  { label: "Insights", path: "/insights", key: "i", needs: "article.read" },
  { label: "History", path: "/history", key: "h", needs: "history.read" },
  { label: "Settings", path: "/settings", key: "t", needs: "member.read" },
];

/** The rooms that this member may enter. */
export function roomsOf({ role, workspace }: DeskMember): readonly Room[] {
  return places
    .filter(({ needs }) => can(role, needs))
    .map(({ label, path, key }) => ({ label, key, href: `/w/${workspace.slug}${path}` }));
}

/** The rooms around an article. */
export function roomsOfArticle({ workspace }: DeskMember, articleId: string): readonly Room[] {
  const base = `/w/${workspace.slug}/articles/${articleId}`;
  return [
    { label: "Review of this article", href: `${base}/review`, key: "r" },
    { label: "Report of this article", href: `${base}/report`, key: "p" },
    { label: "Versions of this article", href: `${base}/revisions`, key: "v" },
  ];
}
