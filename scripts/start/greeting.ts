import type { Settings } from "./settings";

const people = [
  ["owner@demo.test", "runs the desk"],
  ["editor@demo.test", "imports, assigns, rules, publishes"],
  ["reviewer1@demo.test", "annotates and reviews"],
  ["reviewer2@demo.test", "annotates and reviews"],
] as const;

/** Where Assay is and how to get in. */
export function greet(
  settings: Settings,
  demoPassword: string | null,
  setupLink: string | null,
  took: string,
): void {
  const lines = [``, `Assay is ready at  ${settings.origin}   (${took})`, ``];
  if (setupLink !== null) {
    lines.push(
      "Nobody has an account yet. Become the owner with this link, which works once:",
      `  ${setupLink}`,
      ``,
    );
  } else if (demoPassword !== null) {
    lines.push(`Sign in to the demo desk with the password  ${demoPassword}`);
    for (const [email, does] of people) lines.push(`  ${email.padEnd(21)} ${does}`);
    lines.push(``);
  }
  lines.push("Ctrl-C stops it; everything is kept.", ``);
  process.stdout.write(lines.join("\n"));
}
