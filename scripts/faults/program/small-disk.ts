import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";

const size = "1500m";

/** Mounts a disk in memory that can be filled without harm; null where that is not allowed. Answers how to end it. */
export function mountSmallDisk(place: string): (() => void) | null {
  mkdirSync(place, { mode: 0o755 });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=0755`, "tmpfs", place], {
      stdio: "ignore",
    });
  } catch {
    return null;
  }
  chmodSync(place, 0o755);
  return () => {
    execFileSync("umount", ["-l", place], { stdio: "ignore" });
  };
}
