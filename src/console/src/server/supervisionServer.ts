import type * as A from "./answers";
import { type clientFor, told } from "./ask";
import { at } from "./at";

export type FlagsAsked = { unit?: string; kind?: A.FlagKind; state?: A.FlagState; count: number };
export type NewMessage = { unit: string; call: string | null; about: A.About[]; urgent: boolean; interpreter: string | null; language: string; reach: A.Reach; when: A.When; text: string | null };

/** Flags and what comes of them, the wallboard, and messages to offices. */
export const supervisionServer = (api: ReturnType<typeof clientFor>) => ({
  someFlags: (query: FlagsAsked) => told(api.GET("/api/flags", { params: { query } })) as Promise<A.Flag[]>,
  flag: (flag: string) => told(api.GET("/api/flags/{flag}", at({ flag }))) as Promise<A.FlagStory>,
  askAbout: (flag: string, text: string) => told(api.POST("/api/flags/{flag}/questions", { ...at({ flag }), body: { text } })),
  answerAbout: (flag: string, text: string) => told(api.POST("/api/flags/{flag}/answers", { ...at({ flag }), body: { text } })),
  closeFlag: (flag: string, finding: A.FlagFinding, text: string) => told(api.POST("/api/flags/{flag}/close", { ...at({ flag }), body: { finding, text: text || null } })),

  wallboard: (county: string | null) => told(api.GET("/api/wallboard", { params: { query: county === null ? {} : { county } } })) as Promise<A.Wallboard>,

  messages: () => told(api.GET("/api/messages")) as Promise<A.Message[]>,
  sendMessage: (message: NewMessage) => told(api.POST("/api/messages", { body: message })),
  openMessage: (message: string) => told(api.POST("/api/messages/{message}/open", at({ message }))) as Promise<A.OpenedMessage>,
});
