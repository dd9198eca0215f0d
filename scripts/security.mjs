import { launch } from "./bootstrap/launch.mjs";

await launch("scripts/security.ts");
