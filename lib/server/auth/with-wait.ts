import "server-only";

/** next-auth knows no 429: what it says inside of its answer is said as everybody says it too. */
export async function withWait(response: Response): Promise<Response> {
  if (response.status !== 401) return response;
  const body = await response.text();
  const seconds = /too_many(?:%3A|:)(\d{1,6})/i.exec(body)?.[1];
  const headers = new Headers(response.headers);
  if (seconds !== undefined) headers.set("retry-after", seconds);
  return new Response(body, { status: seconds === undefined ? 401 : 429, headers });
}
