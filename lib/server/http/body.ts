import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";

const jsonTypes: readonly string[] = ["application/json", "application/ld+json"];

/** Reads a JSON body, never more than `maxBytes` of it. @throws Refusal unsupported_type, too_large, bad_input */
export async function readJson(
  request: Request,
  maxBytes: number,
  types = jsonTypes,
): Promise<{ text: string; value: unknown }> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === undefined || !types.includes(type)) {
    throw new Refusal("unsupported_type", `The body has to be JSON, with the content type ${types[0]}.`);
  }
  const text = await readText(request, maxBytes);
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    throw new Refusal("bad_input", "The body is not valid JSON.");
  }
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () =>
    new Refusal("too_large", `The body may have at most ${maxBytes.toLocaleString("en")} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts: string[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      parts.push(decoder.decode(chunk, { stream: true }));
    }
    parts.push(decoder.decode());
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("bad_input", "The body is not valid UTF-8.");
  }
  return parts.join("");
}
