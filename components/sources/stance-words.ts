import type { media, Stance } from "@/lib/core/sources/source";

export const stanceWords: Record<Stance, string> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
};

export const mediumWords: Record<(typeof media)[number], string> = {
  web_text: "Web page",
  web_table: "Table on the web",
  pdf: "PDF",
  image: "Image",
  video: "Video",
  audio: "Audio",
  document: "Document",
  phone_call: "Phone call",
  other: "Something else",
};
