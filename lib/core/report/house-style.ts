import { z } from "zod";

/** What a desk lets its reports say of the people behind them. */
export const houseStyleSchema = z.strictObject({
  /** Print the votes that were for another verdict. */
  printsDissent: z.boolean(),
  /** Name the people who annotated, reviewed, voted and ruled. */
  namesCheckers: z.boolean(),
});
export type HouseStyle = z.infer<typeof houseStyleSchema>;
