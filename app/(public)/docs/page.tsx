import type { Metadata } from "next";
import { ApiReference } from "@/components/docs/api-reference";
import { apiDocument } from "@/lib/server/api/document";

export const metadata: Metadata = { title: "The API" };

/** What the API can do, for people; everything on it comes from the document that machines read. */
export default function ApiPage() {
  return <ApiReference document={apiDocument()} />;
}
