import "@fontsource-variable/inter";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Announcer } from "@/components/ui/announcer";
import { FocusKeeper } from "@/components/ui/focus-keeper";
import { parseTheme, themeCookie } from "@/lib/client/theme";

export const metadata: Metadata = {
  title: { default: "Assay", template: "%s · Assay" },
  description: "A fact-check annotation workbench for newsrooms",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#171613" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={theme}>
      <body className="bg-paper text-ink">
        {children}
        <Announcer />
        <FocusKeeper />
      </body>
    </html>
  );
}
