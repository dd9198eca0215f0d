const mostNoted = 200;

/** What a browser calls itself, as it is kept: printable ASCII, 200 characters at most; null when nothing is left. */
export function browserNoted(userAgent: string | null): string | null {
  const noted = (userAgent ?? "")
    .replaceAll(/[^\x20-\x7e]+/g, " ")
    .slice(0, mostNoted)
    .trim();
  return noted === "" ? null : noted;
}

type Rule = readonly [name: string, sign: RegExp];

/** In this order: nearly all call themselves Safari too, and Edge, Opera and Samsung's also Chrome. */
const browsers: readonly Rule[] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\b(?:OPR|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ["Safari", /\bVersion\/\S+ (?:Mobile\/\S+ )?Safari\//],
];

/** In this order: Android calls itself Linux too, and an iPhone says that it is like Mac OS X. */
const systems: readonly Rule[] = [
  ["Android", /\bAndroid\b/],
  ["an iPhone", /\biPhone\b/],
  ["an iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b|\bMacintosh\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
];

/**
 * Words by which a person may know a browser again, such as "Firefox on Linux", from what it calls itself. It may call
 * itself anything: good for recognising one's own, never for deciding what somebody may do.
 */
export function describeBrowser(userAgent: string | null): string {
  const nameIn = (rules: readonly Rule[]) => rules.find(([, sign]) => sign.test(userAgent ?? ""))?.[0];
  const system = nameIn(systems);
  return `${nameIn(browsers) ?? "A browser"}${system === undefined ? "" : ` on ${system}`}`;
}
