"use client";

import { useEffect, useMemo, useState } from "react";
import { useRouter } from "next/navigation";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import { DeskApi, type Answer } from "@/lib/client/api";
import { problemWords } from "@/lib/client/problem";
import type { PaletteEntry } from "./palette-dialog";

/** Fewer letters fit half of the desk. */
const fewest = 2;
/** Typing goes on: only what stands still for a moment is looked for. */
const restMs = 150;

type Place = { readonly id: string; readonly words: string; readonly href: string };
type Answered = {
  readonly wanted: string;
  readonly places: readonly Place[];
  readonly trouble: string | null;
};
type Titled = { readonly items: readonly { readonly id: string; readonly title: string }[] };

/** Articles and sources of the desk by what their names contain, asked of the server, a handful of each. */
export function useFound(
  member: DeskMember,
  typed: string,
): { readonly found: readonly PaletteEntry[]; readonly remark: string | null } {
  const router = useRouter();
  const [api] = useState(() => new DeskApi({ workspace: member.workspace.slug, memberId: member.memberId }));
  const [answered, learn] = useState<Answered | null>(null);
  const wanted = typed.trim();
  const isAsked = wanted.length >= fewest;
  useEffect(() => {
    if (!isAsked) return;
    let isHere = true;
    const timer = setTimeout(() => {
      void lookFor(api, member, wanted).then((answer) => {
        if (isHere) learn({ wanted, ...answer });
      });
    }, restMs);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [api, member, wanted, isAsked]);
  const known = isAsked && answered?.wanted === wanted ? answered : null;
  const places = known?.places;
  const found = useMemo(
    () =>
      (places ?? []).map(({ id, words, href }): PaletteEntry => ({
        id,
        words,
        sign: null,
        keys: "",
        run: () => router.push(href),
      })),
    [places, router],
  );
  const searching = isAsked && !known ? "Looking through articles and sources…" : null;
  return { found, remark: searching ?? known?.trouble ?? null };
}

async function lookFor(
  api: DeskApi,
  { role, workspace }: DeskMember,
  wanted: string,
): Promise<Pick<Answered, "places" | "trouble">> {
  // As many letters as the server takes.
  const asked = wanted.slice(0, 200);
  const [articles, sources] = await Promise.all([
    api.read<Titled>(`/articles?limit=8&q=${encodeURIComponent(asked)}`),
    can(role, "source.read") ? api.listSources(asked) : null,
  ]);
  const base = `/w/${workspace.slug}`;
  const refusal = [articles, sources].find((answer) => answer !== null && !answer.ok);
  return {
    places: [
      ...toPlaces(articles, { words: "Article", path: `${base}/articles` }),
      ...toPlaces(sources, { words: "Source", path: `${base}/sources` }),
    ],
    trouble: refusal
      ? `Articles and sources could not be looked through: ${problemWords(refusal.problem)}`
      : null,
  };
}

function toPlaces(
  answer: Answer<Titled> | null,
  { words, path }: { readonly words: string; readonly path: string },
): readonly Place[] {
  if (answer === null || !answer.ok) return [];
  return answer.value.items.map(({ id, title }) => ({
    id: `found-${id}`,
    words: `${words}: ${title}`,
    href: `${path}/${id}`,
  }));
}
