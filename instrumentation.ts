/** Next calls this once, when a server process begins. */
export async function register(): Promise<void> {
  // eslint-disable-next-line no-restricted-properties -- Next compiles this file for two runtimes and tells them apart here.
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { prepareToStop } = await import("@/lib/server/http/stopping");
  const { beginBackgroundWork } = await import("@/lib/server/jobs/background");
  prepareToStop();
  beginBackgroundWork();
}
