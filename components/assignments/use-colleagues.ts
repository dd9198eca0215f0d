"use client";

import { useEffect, useState } from "react";
import { permissionFor, type AssignmentKind } from "@/lib/core/assignments/assignment";
import { can } from "@/lib/core/permissions/table";
import type { Colleague } from "@/lib/core/claims/workbench";
import type { DeskApi } from "@/lib/client/api";

/** Those who may be given work of this kind; null until they are known. */
export function useColleagues(api: DeskApi, kind: AssignmentKind): readonly Colleague[] | null {
  const [colleagues, setColleagues] = useState<readonly Colleague[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void api.listColleagues().then((answer) => {
      if (wanted) setColleagues(answer.ok ? answer.value.items : []);
    });
    return () => {
      wanted = false;
    };
  }, [api]);
  return colleagues?.filter(({ role }) => can(role, permissionFor[kind])) ?? null;
}
