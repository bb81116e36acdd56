/** The server refused or could not be reached; the message is the server's own, where it gave one. */
export class NoAnswer extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

type Problem = { detail?: string | null; title?: string | null; errors?: Record<string, string[]> };

/** A refusal in the server's words: which field and what is allowed, else the detail, else the title. */
export const wordsOf = (problem: Problem | null, otherwise: string): string => {
  const fields = Object.entries(problem?.errors ?? {}).map(([field, faults]) => `${field}: ${faults.join(" ")}`);
  return fields.length > 0 ? fields.join(" ") : (problem?.detail ?? problem?.title ?? otherwise);
};

const answerOf = async (response: Response) => {
  const text = await response.text();
  const json = response.headers.get("Content-Type")?.includes("json") && text !== "";
  return json ? JSON.parse(text) : null;
};

/** Asks as whoever holds the token; without one, as nobody. */
export const asker = (token: string | null) => {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const headers: Record<string, string> = {};
    if (token !== null) headers.Authorization = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const response = await fetch(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
    const answer = await answerOf(response);
    if (!response.ok) throw new NoAnswer(response.status, wordsOf(answer, response.statusText || String(response.status)));
    return answer as T;
  };
  return {
    get: <T>(path: string) => ask<T>("GET", path),
    post: <T = void>(path: string, body?: unknown) => ask<T>("POST", path, body),
    put: (path: string, body: unknown) => ask<void>("PUT", path, body),
    del: (path: string) => ask<void>("DELETE", path),
  };
};
