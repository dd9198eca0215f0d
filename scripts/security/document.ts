import type { Proof, Requirement } from "./requirement";

const intro = `# Security: what must hold, and the test that shows it

Written by \`npm run test:security -- --write\` from \`scripts/security/table\`. \`npm run test:security\` runs every test that is
named here and says id by id what held; \`npm test\` runs all but those in \`e2e/harm\`, and compares this page with the table.
A1…J8 are requirements, T1…T31 known traps of the framework. A hole that you have found: tell the owner of the
installation first, please, and nobody else until it is mended.
`;

const titles: readonly (readonly [letter: string, title: string])[] = [
  ["A", "Authentication"],
  ["B", "Sessions"],
  ["C", "Who may do what"],
  ["D", "Browsers"],
  ["E", "Content"],
  ["F", "Requests that go out"],
  ["G", "Files that come in"],
  ["H", "Tokens and links"],
  ["I", "Records and errors"],
  ["J", "Setting up"],
  ["T", "Traps of the framework"],
];

const proofLine = ([file, test]: Proof): string => `  - \`${file}\`: ${test}`;

function entry({ id, says, heldBy = [], thinner, notHere, open }: Requirement): string {
  const lines = [`- **${id}** ${says}`, ...heldBy.map(proofLine)];
  if (thinner) lines.push(`  - Thinner than it could be: ${thinner}`);
  if (notHere) lines.push(`  - Does not apply: ${notHere}`);
  if (open) lines.push(`  - **Not held yet**: ${open}`);
  return lines.join("\n");
}

/** docs/security.md as the table says it. */
export function securityDocument(requirements: readonly Requirement[]): string {
  const parts = titles.map(([letter, title]) => {
    const entries = requirements.filter(({ id }) => id.startsWith(letter)).map(entry);
    return `## ${title}\n\n${entries.join("\n")}\n`;
  });
  return [intro, ...parts].join("\n");
}
