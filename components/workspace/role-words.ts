import type { Role } from "@/lib/core/permissions/table";

export const roleWords: Record<Role, string> = {
  owner: "Owner",
  editor: "Editor",
  reviewer: "Reviewer",
  viewer: "Viewer",
};
