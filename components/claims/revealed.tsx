"use client";

import { useEffect } from "react";
import { reveal } from "@/lib/client/reveal";

/** Brings the element of this name onto the screen whenever it is another one than before. Stands beside what holds it. */
export function Revealed({ id }: { readonly id: string | null }) {
  useEffect(() => (id === null ? undefined : reveal(id)), [id]);
  return null;
}
