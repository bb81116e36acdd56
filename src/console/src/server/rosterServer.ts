import type * as A from "./answers";
import { type clientFor, told } from "./ask";
import { at } from "./at";

type Format = "csv" | "ics" | "xlsx";
type Days = { from: string; to: string };

const fileTypes = { csv: "text/csv", ics: "text/calendar" } as const;

/** What a file is by its name; null for what a roster cannot be read from. */
export const fileType = (name: string): string | null => (/\.csv$/i.test(name) ? fileTypes.csv : /\.ics$/i.test(name) ? fileTypes.ics : null);

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

  /** Dates, the last included. */
  file: async (line: string, format: Format, days: Days): Promise<Blob> => {
    const asked = { params: { path: { line }, query: days }, parseAs: "blob" } as const;
    const answer =
      format === "csv"
        ? api.GET("/api/lines/{line}/roster.csv", asked)
        : format === "ics"
          ? api.GET("/api/lines/{line}/roster.ics", asked)
          : api.GET("/api/lines/{line}/roster.xlsx", asked);
    return (await told(answer as Promise<{ data?: Blob; error?: unknown; response: Response }>)) as Blob;
  },
  /** Takes a file's duties for the draft; whole, or the rows that are right. */
  importFile: (line: string, file: File, version: number, partly: boolean) =>
    told(
      api.POST("/api/lines/{line}/draft/import", {
        params: { path: { line }, query: { version, partly } },
        body: file as never,
        bodySerializer: (body: unknown) => body as BodyInit,
        headers: { "Content-Type": fileType(file.name) ?? file.type },
      } as never) as Promise<{ data?: A.Imported; error?: unknown; response: Response }>,
    ),

  calendars: (unit: string) => told(api.GET("/api/offices/{unit}/calendars", at({ unit }))) as Promise<A.CalendarAddress[]>,
  makeCalendar: (unit: string, officer: string | null) => told(api.POST("/api/offices/{unit}/calendars", { ...at({ unit }), body: { officer } })),
  withdrawCalendar: (unit: string, id: string) => told(api.DELETE("/api/offices/{unit}/calendars/{id}", at({ unit, id }))),

  draft: (line: string) => told(api.GET("/api/lines/{line}/draft", at({ line }))) as Promise<A.Draft>,
  saveDraft: (line: string, version: number, roster: A.RosterDraft) => told(api.PUT("/api/lines/{line}/draft", { ...at({ line }), body: { version, roster } })),
  checkDraft: (line: string, publishing: A.Publishing) => told(api.POST("/api/lines/{line}/draft/check", { ...at({ line }), body: publishing })),
  publish: (line: string, publishing: A.Publishing) => told(api.POST("/api/lines/{line}/draft/publish", { ...at({ line }), body: publishing })),

  replay: (line: string, from: string, to: string, weeksLater: number) =>
    told(api.POST("/api/lines/{line}/draft/replay", { ...at({ line }), body: { from, to, weeksLater } })),
  specialDays: (line: string) => told(api.GET("/api/lines/{line}/draft/special-days", at({ line }))) as Promise<A.SpecialDay[]>,

  override: (line: string, made: A.Override) => told(api.POST("/api/lines/{line}/overrides", { ...at({ line }), body: made })),
  endOverride: (line: string, id: string) => told(api.DELETE("/api/lines/{line}/overrides/{id}", at({ line, id }))),
  swap: (line: string, shift: string, giver: string, taker: string) =>
    told(api.POST("/api/lines/{line}/swaps", { ...at({ line }), body: { shift, giver, taker, day: null } })),
  endSwap: (line: string, id: string) => told(api.DELETE("/api/lines/{line}/swaps/{id}", at({ line, id }))),

  leave: (line: string, officer: string, firstDay: string, lastDay: string) =>
    told(api.POST("/api/lines/{line}/officers/{officer}/leave", { ...at({ line, officer }), body: { firstDay, lastDay, fromTime: null, toTime: null } })),
  endLeave: (line: string, officer: string, id: string) => told(api.DELETE("/api/lines/{line}/officers/{officer}/leave/{id}", at({ line, officer, id }))),

  offers: (line: string) => told(api.GET("/api/lines/{line}/offers", at({ line }))) as Promise<A.ShiftOffer[]>,
  offer: (line: string, shift: string, giver: string, asked: string | null) =>
    told(api.POST("/api/lines/{line}/offers", { ...at({ line }), body: { shift, day: null, giver, asked } })),
  takeOffer: (line: string, id: string, taker: string | null) => told(api.POST("/api/lines/{line}/offers/{id}/take", { ...at({ line, id }), body: { taker } })),
  refuseOffer: (line: string, id: string) => told(api.POST("/api/lines/{line}/offers/{id}/refuse", at({ line, id }))),
  withdrawOffer: (line: string, id: string) => told(api.DELETE("/api/lines/{line}/offers/{id}", at({ line, id }))),
});
