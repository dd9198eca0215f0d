import { isOverdue } from "@/lib/core/queue/queue";
import { Moment } from "@/components/ui/moment";

/** When work is due; what is late says so in words. */
export function Due({ dueAt, now }: { readonly dueAt: string | null; readonly now: string }) {
  if (dueAt === null) return null;
  const late = isOverdue(dueAt, new Date(now));
  return (
    <span className={late ? "font-semibold text-danger" : undefined}>
      {late ? "overdue since " : "due "}
      <Moment at={dueAt} />
    </span>
  );
}
