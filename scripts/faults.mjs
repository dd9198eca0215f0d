import { launch } from "./bootstrap/launch.mjs";

await launch("scripts/faults.ts");
