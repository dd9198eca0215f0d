const barWidth = 30;
const redrawMs = 100;

type ProgressBar = {
  readonly draw: (done: number, total: number | null, name: string) => void;
  readonly clear: () => void;
};

/** How far a command is, on a terminal and only there: whoever reads its output as a file gets none of it. */
export function progressBar(isQuiet: boolean): ProgressBar {
  const isShown = !isQuiet && process.stderr.isTTY;
  let drawnAt = 0;
  return {
    draw: (done, total, name) => {
      const now = performance.now();
      if (!isShown || now - drawnAt < redrawMs) return;
      drawnAt = now;
      const share = total ? done / total : 0;
      const filled = Math.round(share * barWidth);
      const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
      process.stderr.write(`\r\u001b[K${bar} ${Math.floor(share * 100)} %  ${name}`);
    },
    clear: () => {
      if (isShown) process.stderr.write("\r\u001b[K");
    },
  };
}
