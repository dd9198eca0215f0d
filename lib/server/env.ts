import "server-only";
import { z } from "zod";

const environmentSchema = z.object({
  DATABASE_URL: z.string().min(1, "is required: the address of the PostgreSQL database"),
  ASSAY_URL: z.url("is required: the public origin, for example https://assay.example.org"),
  ASSAY_SECRET: z.string().min(32, "must have at least 32 characters"),
  ASSAY_DEMO: z.literal("1").optional(),
  ASSAY_DEMO_PASSWORD: z.string().optional(),
  /** Who does background work: every server process, or worker processes (npm run worker) that stand beside them. */
  ASSAY_JOBS: z.enum(["here", "elsewhere"]).default("here"),
  ASSAY_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** Where letters go out, such as smtps://name:password@mail.example.org; without it none are sent. */
  SMTP_URL: z
    .url()
    .refine((url) => /^smtps?:\/\//.test(url), "has to begin with smtp:// or smtps://")
    .optional(),
  /** Whom letters are from: an address, or a name and an address in angle brackets. */
  MAIL_FROM: z
    .string()
    .max(320)
    .regex(/^(?:[^<>\p{Cc}]*<)?[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>?$/u, "has to be an address")
    .optional(),
  /** How many requests a second a token or a person may make on average; 0 for no limit. */
  ASSAY_RATE_LIMIT: z.coerce.number().min(0).max(100_000).default(50),
  /** How many proxies of our own stand before the program, each adding to X-Forwarded-For. */
  ASSAY_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** What goes to standard output: failures only, or a line of JSON for each request to the API as well. */
  ASSAY_LOG: z.enum(["failures", "requests"]).default("failures"),
  /** With this as bearer /api/metrics can be read; without it there is no such page. */
  ASSAY_METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  /** Where traces of requests are sent (OTLP over HTTP, JSON); without it none are made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_SERVICE_NAME: z.string().default("assay"),
  /** In tests: an answer that is not as the API's document says is a failure. */
  ASSAY_CHECK_ANSWERS: z.literal("1").optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("Single sign-on"),
});
export type Environment = z.infer<typeof environmentSchema>;

let parsed: Environment | null = null;

/** The settings, parsed once. @throws Error that names each setting that is missing or wrong. */
export function env(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}

export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  // Set and empty is the same as not set, as it is for every other program.
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = environmentSchema.safeParse(set);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new Error(`Assay cannot start with these settings:\n${problems.join("\n")}`);
}

/** The one origin that this installation answers under. */
export function origin(): string {
  return new URL(env().ASSAY_URL).origin;
}
