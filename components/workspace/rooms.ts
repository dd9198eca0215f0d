import { can, type Permission } from "@/lib/core/permissions/table";
import { roomWords, type RoomName } from "@/lib/core/keys/shortcut";
import type { DeskMember } from "@/lib/core/claims/workbench";

/** A place to go to; its key leads there from the workbench after `g`. */
export type Room = { readonly label: string; readonly href: string; readonly name: RoomName };

type Place = {
  readonly name: RoomName;
  readonly path: string;
  readonly needs: Permission;
};

/** The rooms of a desk, in the order of a working day. */
const places: readonly Place[] = [
  { name: "desk", path: "", needs: "article.read" },
  { name: "queue", path: "/queue", needs: "annotation.write" },
  { name: "notifications", path: "/notifications", needs: "annotation.read" },
  { name: "sources", path: "/sources", needs: "source.read" },
  { name: "insights", path: "/insights", needs: "article.read" },
  { name: "history", path: "/history", needs: "history.read" },
  { name: "settings", path: "/settings", needs: "member.read" },
];

/** The rooms that this member may enter. */
export function roomsOf({ role, workspace }: DeskMember): readonly Room[] {
  return places
    .filter(({ needs }) => can(role, needs))
    .map(({ name, path }) => roomAt(name, `/w/${workspace.slug}${path}`));
}

/** The rooms around an article. */
export function roomsOfArticle({ workspace }: DeskMember, articleId: string): readonly Room[] {
  const base = `/w/${workspace.slug}/articles/${articleId}`;
  return [
    roomAt("review", `${base}/review`),
    roomAt("report", `${base}/report`),
    roomAt("versions", `${base}/revisions`),
  ];
}

/** The rooms that lead on from a page of the desk: with those around the article that the page belongs to. */
export function roomsAround(member: DeskMember, path: string): readonly Room[] {
  const articleId = /^\/w\/[^/]+\/articles\/([^/]+)\/./.exec(path)?.[1];
  return [...roomsOf(member), ...(articleId === undefined ? [] : roomsOfArticle(member, articleId))];
}

function roomAt(name: RoomName, href: string): Room {
  return { name, label: roomWords[name], href };
}
