import { Skeleton } from "@/components/ui/skeleton";

/** A heading, a text and a list at the side: what both pages of the versions are made of. */
export default function Loading() {
  return (
    <div
      role="status"
      aria-label="Loading"
      className="mx-auto max-w-6xl gap-x-10 px-4 pt-20 sm:px-6 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem]"
    >
      <div className="flex flex-col gap-4">
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-3/4" />
      </div>
      <div className="flex flex-col gap-3 max-lg:mt-12">
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-full" />
      </div>
    </div>
  );
}
