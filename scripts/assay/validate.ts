import { readFileSync } from "node:fs";
import { isError, ruleWords } from "../../lib/core/validation/finding";
import { validateMarkup, type Verdict } from "../../lib/core/validation/validate-markup";
import { Complaint } from "../process/complaint";

type ValidateOptions = { readonly site?: string | undefined; readonly json: boolean };

/** Judges one file after the other; needs no database. @returns 0 when none has an error, else 1 */
export function validateFiles(files: readonly string[], { site, json }: ValidateOptions): number {
  const now = new Date().toISOString();
  let isClean = true;
  for (const file of files) {
    const verdict = validateMarkup(readText(file), { now, ...(site === undefined ? {} : { site }) });
    isClean &&= verdict.valid;
    if (json) process.stdout.write(`${JSON.stringify({ file, ...verdict })}\n`);
    else tell(file, verdict);
  }
  return isClean ? 0 : 1;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Complaint(`${file}: there is no such file that could be read.`);
  }
}

function tell(file: string, { problem, findings, claimReviews, annotations, valid }: Verdict): void {
  for (const finding of findings) {
    const kind = isError(finding) ? "error" : "warning";
    process.stdout.write(
      `${file}:${finding.at || "/"}: ${kind} ${finding.rule} (${ruleWords[finding.rule]}): ${finding.message}\n`,
    );
  }
  const seen = `${claimReviews} ClaimReviews, ${annotations} annotations`;
  process.stdout.write(`${file}: ${problem ?? `${valid ? "valid" : "not valid"}; ${seen}`}\n`);
}
