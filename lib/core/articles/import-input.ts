import { z } from "zod";
import { encodingLabels } from "../formats/encodings";
import { webAddress } from "../shared/fields";
import { articleInputSchema } from "./article";

const encoding = z.enum(encodingLabels);

/** What a person may say about a file or page that the program reads for them; what they say, it does not look for. */
const said = articleInputSchema
  .omit({ text: true, sentences: true, title: true, policy: true })
  .extend({
    title: articleInputSchema.shape.title,
    policy: articleInputSchema.shape.policy.unwrap(),
    encoding,
    /** Whether passages that look like boilerplate are disposed at once, instead of being proposed in the answer. */
    boilerplate: z.enum(["keep", "dispose"]),
    /** Of a file of many articles: what happens to those that are here already. */
    duplicates: z.enum(["leave_out", "bring_in"]),
  })
  .partial();

/** Beside a file. */
export const fileFieldsSchema = said;
/** Instead of a file. */
export const addressInputSchema = said.extend({ url: webAddress });

export type ImportFields = z.infer<typeof fileFieldsSchema>;

/** What reading needs to know, before anything is kept. */
export const readFieldsSchema = z.strictObject({ encoding }).partial();
export const readAddressSchema = z.strictObject({ url: webAddress, encoding: encoding.optional() });
