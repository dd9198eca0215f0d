export const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** Prints what is being done, does it, and prints how long it took and what came of it. */
export async function step<T>(
  title: string,
  run: (note: (text: string) => void) => Promise<T> | T,
): Promise<T> {
  const start = performance.now();
  let remark = "";
  process.stdout.write(`  ${title.padEnd(14)} `);
  try {
    const result = await run((text) => (remark = text));
    process.stdout.write(`${secondsSince(start).padStart(7)}${remark ? `   ${remark}` : ""}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${secondsSince(start).padStart(7)}   failed\n`);
    throw error;
  }
}
