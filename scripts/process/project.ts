import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = resolve(fileURLToPath(import.meta.url), "..", "..", "..");

/** Where the embedded database and this installation's secrets live. */
export function dataFolder(): string {
  const wanted = process.env["ASSAY_DATA"];
  if (!wanted) return join(projectRoot, ".assay");
  return isAbsolute(wanted) ? wanted : resolve(projectRoot, wanted);
}
