import type { Settings } from "./settings";

export type ServerSecrets = {
  readonly databaseUrl: string;
  readonly assaySecret: string;
  /** Null where the demo desk is not to be used. */
  readonly demoPassword: string | null;
};

// The server gets the rights that it needs: not the owner's password, and no demo that somebody else switched on.
const withheld = new Set([
  "DATABASE_OWNER_URL",
  "ASSAY_DEMO",
  "ASSAY_DIST",
  "ASSAY_DEMO_PASSWORD",
  "NODE_OPTIONS",
  "PORT",
  "HOST",
]);

export function serverEnvironment(settings: Settings, secrets: ServerSecrets): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !withheld.has(name) && !name.startsWith("npm_"),
  );
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: secrets.databaseUrl,
    ASSAY_SECRET: secrets.assaySecret,
    ASSAY_URL: settings.origin,
    NEXTAUTH_URL: settings.origin,
    NEXTAUTH_SECRET: secrets.assaySecret,
    ...(secrets.demoPassword === null ? {} : { ASSAY_DEMO: "1", ASSAY_DEMO_PASSWORD: secrets.demoPassword }),
  };
}
