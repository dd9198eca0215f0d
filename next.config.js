const securityHeaders = [
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
];

/** @type {import("next").NextConfig} */
const config = {
  // Tests build into a folder of their own, so that they never touch a running program's.
  distDir: process.env.ASSAY_DIST ?? ".next",
  poweredByHeader: false,
  // A page that one's role does not allow answers 403 with words of its own, and not 500.
  experimental: { authInterrupts: true },
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "graphile-worker", "pdfkit"],
  headers: () => Promise.resolve([{ source: "/:path*", headers: securityHeaders }]),
};

export default config;
