import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Complaint } from "../process/complaint";
import { pause } from "../process/living";
import { endGroup } from "../process/program";
import { projectRoot } from "../process/project";

/** Where nginx is, or null: it stands where only administrators look, on many systems. */
export function findNginx(): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "nginx")).find((path) => existsSync(path)) ?? null;
}

/** deploy/nginx.conf as it is, but for its addresses. @throws Complaint when it has no such addresses any more */
export function configFor(text: string, folder: string, port: number, upstreams: readonly number[]): string {
  const changes: readonly (readonly [from: string, to: string])[] = [
    ["listen 8080;", `listen 127.0.0.1:${port};`],
    ["server one:3000", `server 127.0.0.1:${upstreams[0] ?? 0}`],
    ["server two:3000", `server 127.0.0.1:${upstreams[1] ?? 0}`],
    ["pid /tmp/nginx.pid;", `pid ${join(folder, "nginx.pid")};`],
  ];
  return changes.reduce((config, [from, to]) => {
    if (!config.includes(from)) throw new Complaint(`deploy/nginx.conf has no “${from}” any more.`);
    return config.replace(from, to);
  }, text);
}

/** Starts it before these ports. @returns how to stop it. @throws Complaint with what it said when it does not come up */
export async function startNginx(
  program: string,
  folder: string,
  port: number,
  upstreams: readonly number[],
): Promise<() => Promise<void>> {
  const path = join(folder, "nginx.conf");
  const text = readFileSync(join(projectRoot, "deploy", "nginx.conf"), "utf8");
  writeFileSync(path, configFor(text, folder, port, upstreams));
  const child = spawn(program, ["-p", folder, "-c", path, "-g", "daemon off;"], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer?.ok) return () => endGroup(child);
    await pause(100);
  }
  await endGroup(child);
  throw new Complaint(`nginx does not come up. It said:\n${said.trim()}`);
}
