import type * as A from "./answers";
import { type clientFor, told } from "./ask";
import { at } from "./at";

/** What callers were promised, and what becomes of it. */
export const callbackServer = (api: ReturnType<typeof clientFor>) => ({
  callbacks: () => told(api.GET("/api/callbacks")) as Promise<A.Callback[]>,
  awaitingOutcome: () => told(api.GET("/api/callbacks/awaiting-outcome")) as Promise<A.Callback[]>,
  callback: (callback: string) => told(api.GET("/api/callbacks/{callback}", at({ callback }))) as Promise<A.CallbackDetails>,
  ringCallback: (callback: string) => told(api.POST("/api/callbacks/{callback}/ring", at({ callback }))),
  giveCallback: (callback: string, officer: string | null) => told(api.POST("/api/callbacks/{callback}/adviser", { ...at({ callback }), body: { officer } })),
  concludeCallback: (callback: string, outcome: A.CallbackOutcome, unit: string | null) =>
    told(api.POST("/api/callbacks/{callback}/outcome", { ...at({ callback }), body: { outcome, unit } })),
  revealNumber: (callback: string) => told(api.POST("/api/callbacks/{callback}/reveal", at({ callback }))),
});
