import type { TokenScope } from "@/lib/core/permissions/table";

export const scopeWords: Readonly<Record<TokenScope, string>> = {
  read: "Read",
  annotate: "Annotate",
  admin: "Everything",
};

export const scopeDuties: Readonly<Record<TokenScope, string>> = {
  read: "reads what you may read, changes nothing",
  annotate: "also brings articles in, annotates, reviews, votes and writes notes",
  admin: "also rules, publishes, manages members and settings, as far as you may",
};
