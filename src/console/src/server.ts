import createClient from "openapi-fetch";
import type { components, paths } from "./api";
import { type Role, tokenOf } from "./sign-in/session";

export type Flag = components["schemas"]["FlagAnswer"];
export type Callback = components["schemas"]["CallbackAnswer"];
export type Story = components["schemas"]["CallStory"];

/** The server refused or could not be reached; the message is the server's own, where it gave one. */
export class NoAnswer extends Error {
  constructor(
    readonly status: number | null,
    detail: string,
  ) {
    super(detail);
  }
}

type Answer<T> = { data?: T; error?: { detail?: string | null; title?: string | null }; response: Response };

const dataOf = <T>({ data, error, response }: Answer<T>): T => {
  if (data === undefined) throw new NoAnswer(response.status, error?.detail ?? error?.title ?? response.statusText);
  return data;
};

/** What the console asks of the server, as a role. The types are the server's OpenAPI document's. */
export const serverFor = (role: Role) => {
  const client = createClient<paths>({ baseUrl: "/", headers: { Authorization: `Bearer ${tokenOf(role)}` } });
  return {
    flags: async (): Promise<Flag[]> => dataOf(await client.GET("/api/flags")),
    callbacks: async (): Promise<Callback[]> => dataOf(await client.GET("/api/callbacks")),
    story: async (call: string): Promise<Story> => dataOf(await client.GET("/api/calls/{call}", { params: { path: { call } } })),
    officeName: async (unit: string): Promise<string> =>
      dataOf(await client.GET("/api/offices/{unit}", { params: { path: { unit } } })).name,
  };
};

export type Server = ReturnType<typeof serverFor>;
