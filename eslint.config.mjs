import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypeScript from "eslint-config-next/typescript";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";
import { houseRules } from "./scripts/lint/house-rules.mjs";

/** Where Next, or a tool, wants a default export. */
const defaultExports = [
  "app/**/{page,layout,loading,error,not-found,forbidden,template,default,global-error}.tsx",
  "*.config.{ts,mjs,js}",
  "next.config.js",
];

export default tseslint.config(
  { ignores: [".next*/**", ".assay/**", "prisma/client/**", "next-env.d.ts", "test-results/**"] },
  ...nextVitals,
  ...nextTypeScript,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ["eslint.config.mjs"] } },
    },
    plugins: { house: houseRules, regexp },
    rules: {
      // Texts come from strangers: no pattern may take longer than in proportion to what it reads.
      "regexp/no-super-linear-backtracking": "error",
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 10],
      "no-warning-comments": "error",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Settings are read in lib/server/env.ts and in scripts.",
        },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Export by name." },
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
        { selector: "TSInterfaceDeclaration", message: "Use type." },
        { selector: "ExportAllDeclaration", message: "No barrels: import from where it is." },
        {
          selector: "MemberExpression[property.name=/^(\\$queryRawUnsafe|\\$executeRawUnsafe)$/]",
          message: "Only tagged SQL, so that values never become statements.",
        },
        {
          selector: "MemberExpression[object.name='Prisma'][property.name='raw']",
          message: "Only tagged SQL, so that values never become statements.",
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Text is shown as text.",
        },
      ],
      "house/file-name": "error",
    },
  },
  {
    files: defaultExports,
    rules: {
      "no-restricted-syntax": "off",
    },
  },
  {
    files: ["lib/core/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...[
          "window",
          "document",
          "navigator",
          "fetch",
          "crypto",
          "process",
          "performance",
          "setTimeout",
          "setInterval",
        ].map((name) => ({ name, message: "lib/core is pure: take it as an argument." })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "lib/core has no dice: take random as an argument." },
        { object: "Date", property: "now", message: "lib/core has no clock: take now as an argument." },
      ],
      "house/no-clock": "error",
    },
  },
  {
    files: ["lib/server/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: { "house/server-only": "error" },
  },
  {
    files: ["lib/server/*/{commands,queries}.ts"],
    rules: { "house/actor-first": "error" },
  },
  {
    files: [
      "lib/server/env.ts",
      "scripts/**",
      "bench/**",
      "e2e/**",
      "*.config.{ts,mjs,js}",
      "next.config.js",
      "**/*.test.ts",
    ],
    rules: { "no-restricted-properties": "off" },
  },
  {
    // vitest lets others add to its interfaces, and only interfaces can be added to.
    files: ["scripts/test/database-server.ts"],
    rules: { "@typescript-eslint/consistent-type-definitions": "off", "no-restricted-syntax": "off" },
  },
  {
    // Playwright's fixtures hand over by a function called use, which is no hook.
    files: ["e2e/**/*.ts"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
  {
    // A table of cases or a journey is as long as it has to be.
    files: ["**/*.test.ts", "e2e/**/*.ts"],
    rules: { "max-lines-per-function": "off", "max-lines": "off", complexity: "off" },
  },
  {
    files: ["**/*.{mjs,cjs,js}"],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
