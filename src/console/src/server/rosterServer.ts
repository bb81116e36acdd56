import type * as A from "./answers";
import { type clientFor, told } from "./ask";
import { at } from "./at";

const iso = (moment: number) => new Date(moment).toISOString();

/** Rosters: what stands, what is drafted, and what is decided beside the plan. Moments in milliseconds. */
export const rosterServer = (api: ReturnType<typeof clientFor>) => ({
  roster: (line: string, from: number, to: number) =>
    told(api.GET("/api/lines/{line}/roster", { params: { path: { line }, query: { from: iso(from), to: iso(to) } } })) as Promise<A.LineRoster>,
  drafted: (line: string, from: number, to: number) =>
    told(api.GET("/api/lines/{line}/draft/roster", { params: { path: { line }, query: { from: iso(from), to: iso(to) } } })) as Promise<A.LineRoster>,
  wouldRing: (line: string, moment: number | null) =>
    told(api.GET("/api/lines/{line}/would-ring", { params: { path: { line }, query: moment === null ? {} : { at: iso(moment) } } })),
  coverageWall: (days: number) => told(api.GET("/api/coverage/wall", { params: { query: { days } } })),

  draft: (line: string) => told(api.GET("/api/lines/{line}/draft", at({ line }))) as Promise<A.Draft>,
  saveDraft: (line: string, version: number, roster: A.RosterDraft) => told(api.PUT("/api/lines/{line}/draft", { ...at({ line }), body: { version, roster } })),
  checkDraft: (line: string, publishing: A.Publishing) => told(api.POST("/api/lines/{line}/draft/check", { ...at({ line }), body: publishing })),
  publish: (line: string, publishing: A.Publishing) => told(api.POST("/api/lines/{line}/draft/publish", { ...at({ line }), body: publishing })),

  override: (line: string, made: A.Override) => told(api.POST("/api/lines/{line}/overrides", { ...at({ line }), body: made })),
  endOverride: (line: string, id: string) => told(api.DELETE("/api/lines/{line}/overrides/{id}", at({ line, id }))),
  swap: (line: string, shift: string, giver: string, taker: string) =>
    told(api.POST("/api/lines/{line}/swaps", { ...at({ line }), body: { shift, giver, taker, day: null } })),
  endSwap: (line: string, id: string) => told(api.DELETE("/api/lines/{line}/swaps/{id}", at({ line, id }))),

  offers: (line: string) => told(api.GET("/api/lines/{line}/offers", at({ line }))) as Promise<A.ShiftOffer[]>,
  offer: (line: string, shift: string, giver: string, asked: string | null) =>
    told(api.POST("/api/lines/{line}/offers", { ...at({ line }), body: { shift, day: null, giver, asked } })),
  takeOffer: (line: string, id: string, taker: string | null) => told(api.POST("/api/lines/{line}/offers/{id}/take", { ...at({ line, id }), body: { taker } })),
  refuseOffer: (line: string, id: string) => told(api.POST("/api/lines/{line}/offers/{id}/refuse", at({ line, id }))),
  withdrawOffer: (line: string, id: string) => told(api.DELETE("/api/lines/{line}/offers/{id}", at({ line, id }))),
});
