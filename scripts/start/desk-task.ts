import { createSetupLink } from "../../seeds/setup-link";
import { seedDemo } from "../../seeds/seed";

const {
  DATABASE_URL: databaseUrl = "",
  ASSAY_DEMO_PASSWORD: demoPassword = "",
  ASSAY_URL: origin = "",
} = process.env;

if (process.argv[2] === "demo") await seedDemo({ databaseUrl, demoPassword });
else process.stdout.write(`${await createSetupLink({ databaseUrl, origin })}\n`);
process.exit(0);
