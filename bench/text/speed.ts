import { segment } from "../../lib/core/text/segment";

export type SpeedRow = {
  readonly input: string;
  readonly units: number;
  readonly milliseconds: number;
  readonly megabytesPerSecond: number;
  /** Time for twice the input divided by this time. */
  readonly doubling: number;
};

const PROSE =
  "Dr. Ada Brown, who joined the U.S. Treasury in Jan. 1998, said prices rose 3.5 percent last year. “We expect more of the same,” she added. Nobody else did! Was it the right call? The ministry (see its report, p. 12) declined to comment... ";

const MEGABYTE = 1_000_000;

const ROUNDS = 7;

function elapsedMs(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

const fill = (piece: string, units: number): string =>
  piece.repeat(Math.ceil(units / piece.length)).slice(0, units);

/** The fastest of several rounds, n and n/2 in turn: what else the machine does only ever adds time. */
function measure(input: string, piece: string, units: number): SpeedRow {
  const text = fill(piece, units);
  const half = fill(piece, units / 2);
  let milliseconds = Infinity;
  let halfMs = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    halfMs = Math.min(
      halfMs,
      elapsedMs(() => segment(half)),
    );
    milliseconds = Math.min(
      milliseconds,
      elapsedMs(() => segment(text)),
    );
  }
  return {
    input,
    units,
    milliseconds,
    megabytesPerSecond: Buffer.byteLength(text) / MEGABYTE / (milliseconds / 1000),
    doubling: milliseconds / halfMs,
  };
}

/** Times `segment` on one line of prose, on the worst inputs known, and on prose in paragraphs. */
export function measureSpeed(): readonly SpeedRow[] {
  return [
    measure("prose, one line", PROSE, 200_000),
    measure("prose, one line", PROSE, MEGABYTE),
    measure("prose, in lines", `${PROSE}\n`, MEGABYTE),
    measure("A. × n", "A. ", MEGABYTE),
    measure("( × n", "(", MEGABYTE),
    measure(". × n", ". ", MEGABYTE),
    measure("“ . × n", "“ .", MEGABYTE),
    measure("1. × n", "1. ", MEGABYTE),
    measure("blanks", " ", MEGABYTE),
    measure("a\\n × n", "a\n", MEGABYTE),
    measure("A\\na × n", "Aa\na,\n", MEGABYTE),
    measure(") ( × n", ") (", MEGABYTE),
    measure("no space", "x", MEGABYTE),
  ];
}

/** Milliseconds that `Intl.Segmenter` takes for 200 KB of the same prose on one line. */
export function measureIntl(): number {
  const text = fill(PROSE, 200_000);
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const began = performance.now();
  let count = 0;
  for (const piece of segmenter.segment(text)) count += piece.segment.length;
  return count > 0 ? performance.now() - began : 0;
}
