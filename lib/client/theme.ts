export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeWords: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

/** A cookie, so that the server paints the first page in the chosen theme and no script has to run before it. */
export const themeCookie = "assay-theme";

export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

export function currentTheme(): Theme {
  return parseTheme(document.documentElement.dataset["theme"]);
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
}
