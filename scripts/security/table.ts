import type { Requirement } from "./requirement";
import { access } from "./table/access";
import { content } from "./table/content";
import { framework } from "./table/framework";
import { network } from "./table/network";
import { operation } from "./table/operation";
import { people } from "./table/people";

/** The whole check list, in its order: what each requirement says, and the tests that hold it. */
export const requirements: readonly Requirement[] = [
  ...people,
  ...access,
  ...content,
  ...network,
  ...operation,
  ...framework,
];
