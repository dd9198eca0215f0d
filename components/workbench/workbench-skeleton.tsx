import { Skeleton } from "@/components/ui/skeleton";

const lines = ["w-full", "w-11/12", "w-full", "w-3/5"];

/** The workbench's own layout, before its words are there. */
export function WorkbenchSkeleton() {
  return (
    <div className="flex h-dvh flex-col">
      <p role="status" className="sr-only">
        The article is being opened.
      </p>
      <div className="h-12 shrink-0 border-b border-hairline" />
      <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_25rem] xl:grid-cols-[18rem_minmax(0,1fr)_25rem]">
        <div className="hidden flex-col gap-4 border-e border-hairline p-4 xl:flex">
          {Array.from({ length: 12 }, (_, place) => (
            <Skeleton key={place} className="h-4" />
          ))}
        </div>
        <div className="mx-auto w-full max-w-[44rem] overflow-hidden px-11 pt-11 sm:px-19">
          <Skeleton className="h-9 w-4/5" />
          <Skeleton className="mt-4 h-4 w-1/2" />
          {Array.from({ length: 4 }, (_, paragraph) => (
            <div key={paragraph} className="mt-8 flex flex-col gap-3.5">
              {lines.map((width) => (
                <Skeleton key={width + String(paragraph)} className={`h-4.5 ${width}`} />
              ))}
            </div>
          ))}
        </div>
        <div className="hidden border-s border-hairline bg-panel lg:block" />
      </div>
    </div>
  );
}
