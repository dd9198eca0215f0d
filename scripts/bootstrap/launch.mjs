import { spawn } from "node:child_process";
import { preparePackages, requireNode, root } from "./packages.mjs";

/**
 * Hands over to a TypeScript program. It is told to stop by closing its channel, whoever ends first: this process by a
 * signal, npm above it without a word. Ctrl-C in a terminal reaches it directly besides.
 * @param {string} script
 */
export async function launch(script) {
  requireNode();
  await preparePackages();
  // "react-server" turns `import "server-only"` into the empty module that it is inside Next.
  const flags = ["--conditions=react-server", "--import", "tsx", script, ...process.argv.slice(2)];
  const child = spawn(process.execPath, flags, {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const stop = () => {
    if (child.connected) child.disconnect();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  const parent = process.ppid;
  const watch = setInterval(() => {
    // npm was killed and cannot pass anything on any more. Without npm above, outliving a shell is what nohup is for.
    if (process.env["npm_lifecycle_event"] && process.ppid !== parent) stop();
  }, 500);
  child.once("exit", (code, signal) => {
    clearInterval(watch);
    process.exit(signal ? 1 : (code ?? 1));
  });
}
