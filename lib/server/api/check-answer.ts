import "server-only";
import { isSchema, type Answer, type Endpoint } from "./endpoint";
import { refusalsOf } from "./refusals";

/**
 * Holds an answer against what was declared, in tests: there a field or a status that the document does not have must
 * not go unnoticed.
 * @throws Error that names the operation and what is wrong
 */
export async function checkAnswer(declared: Endpoint, response: Response): Promise<void> {
  const answer = declared.answers[response.status];
  const wrong = answer ? await wrongWith(answer, response) : wrongRefusal(declared, response);
  if (wrong !== null) throw new Error(`${declared.id} answered ${response.status}: ${wrong}`);
}

function wrongRefusal(declared: Endpoint, response: Response): string | null {
  const isOurFault = response.status >= 500;
  const isDeclared =
    refusalsOf(declared).has(response.status) && mediaOf(response) === "application/problem+json";
  return isOurFault || isDeclared ? null : "this status is not declared";
}

async function wrongWith(answer: Answer, response: Response): Promise<string | null> {
  if (answer === "nothing") return null;
  if (!isSchema(answer)) {
    return answer.media.includes(mediaOf(response)) ? null : `${mediaOf(response)} is not declared`;
  }
  const parsed = answer.safeParse(await response.clone().json());
  if (parsed.success) return null;
  return parsed.error.issues.map(({ path, message }) => `/${path.join("/")}: ${message}`).join("; ");
}

function mediaOf(response: Response): string {
  return response.headers.get("content-type")?.split(";")[0] ?? "";
}
