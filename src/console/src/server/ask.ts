import createClient from "openapi-fetch";
import type { paths } from "../api";
import type { Plain } from "./answers";

/** The server refused or could not be reached; the message is the server's own, where it gave one. */
export class NoAnswer extends Error {
  constructor(
    readonly status: number,
    detail: string,
    /** The whole of what it said, where there is more to read than the words. */
    readonly said?: unknown,
  ) {
    super(detail);
  }
}

type Problem = { detail?: string | null; title?: string | null; errors?: Record<string, string[]> };

/** A refusal in the server's words: which field and what is allowed, else the detail, else the title. */
export const wordsOf = (problem: Problem | undefined, otherwise: string): string => {
  const fields = Object.entries(problem?.errors ?? {}).map(([field, faults]) => `${field}: ${faults.join(" ")}`);
  return fields.length > 0 ? fields.join(" ") : (problem?.detail ?? problem?.title ?? otherwise);
};

/** The server's doors, by its OpenAPI document, as whoever holds the token; without one, as nobody. */
export const clientFor = (token: string | null) =>
  createClient<paths>({ baseUrl: "/", headers: token === null ? {} : { Authorization: `Bearer ${token}` } });

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** What was answered, or the refusal as an error. */
export const told = async <T>(asked: Promise<Answer<T>>): Promise<Plain<T>> => {
  const { data, error, response } = await asked;
  if (!response.ok) throw new NoAnswer(response.status, wordsOf(error as Problem | undefined, response.statusText || String(response.status)), error);
  return data as Plain<T>;
};
