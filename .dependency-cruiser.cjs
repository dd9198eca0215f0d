/** The arrows of the house, and what may stand at their ends. Read the names aloud: each says what it forbids. */

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: "\\.test\\.tsx?$" },
  to: { path: "^(app|components|lib|seeds|prisma|scripts|bench|e2e)/", pathNot: allowed },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    only("core-imports-core-only", "^lib/core/", "^lib/core/", "lib/core could be published on its own"),
    {
      name: "core-uses-pure-packages-only",
      severity: "error",
      from: { path: "^lib/core/", pathNot: "\\.test\\.ts$" },
      to: {
        dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-peer"],
        pathNot: "node_modules/(zod|diff|eld|fflate|marked)/",
      },
    },
    only("client-imports-core-and-client", "^lib/client/", "^lib/(core|client)/"),
    only("components-never-meet-the-server", "^components/", "^(components|lib/core|lib/client)/"),
    only("the-kit-knows-no-noun", "^components/ui/", "^components/ui/"),
    only("server-imports-core-and-server", "^lib/server/", "^(lib/(core|server)|prisma/client)/"),
    only("app-introduces", "^app/", "^(app|components|lib)/"),
    {
      name: "prisma-only-behind-the-server",
      severity: "error",
      from: { path: "^(app|components|lib/core|lib/client)/" },
      to: { path: "^prisma/client/|node_modules/(@prisma|pg)/" },
    },
    {
      name: "route-files-import-no-route-files",
      comment: "what two addresses share is no address",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^app/.*/(route|page|layout)\\.tsx?$" },
    },
    {
      name: "rows-are-private-to-the-server",
      severity: "error",
      from: { pathNot: "^(lib/server|seeds)/" },
      to: { path: "/rows\\.ts$" },
    },
    {
      name: "nothing-that-runs-imports-made-up-data",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(seeds|e2e|bench)/" },
    },
    {
      name: "no-package-for-tests-in-what-runs",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "\\.test\\.tsx?$" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "prisma/client"] },
    exclude: { path: "^\\.next|^prisma/client/.+/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
