import { createSetupLink } from "../../seeds/setup-link";
import { seedDemo } from "../../seeds/seed";

const { ASSAY_DEMO_PASSWORD: demoPassword = "", ASSAY_URL: origin = "" } = process.env;

if (process.argv[2] === "demo") await seedDemo({ demoPassword });
else process.stdout.write(`${await createSetupLink({ origin })}\n`);
process.exit(0);
