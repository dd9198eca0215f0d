import { WorkbenchSkeleton } from "@/components/workbench/workbench-skeleton";

export default function LoadingWorkbench() {
  return <WorkbenchSkeleton />;
}
