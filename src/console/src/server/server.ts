import type * as A from "./answers";
import { asker } from "./ask";

type Announced = { texts: A.Texts; until: string | null };
type Target = { unit?: string; line?: string };

/** What the console asks of the server, as whoever holds the token. */
export const serverFor = (token: string) => {
  const { get, post, put, del } = asker(token);
  const to = (parts: TemplateStringsArray, ...values: string[]) => String.raw({ raw: parts }, ...values.map(encodeURIComponent));
  return {
    me: () => get<A.Me>("/api/me"),
    clock: () => get<A.ClockAnswer>("/api/clock"),

    desk: (agent: string) => get<A.Desk>(to`/api/agents/${agent}/desk`),
    queue: () => get<A.Waiting[]>("/api/queue"),
    be: (agent: string, presence: { state: string; offered?: boolean; code?: string }) => put(to`/api/agents/${agent}/presence`, presence),
    sitAt: (agent: string, station: { kind: A.StationKind; number?: string }) => put(to`/api/agents/${agent}/station`, station),
    takeNext: (agent: string) => post(to`/api/agents/${agent}/take-next`),
    take: (call: string, agent: string) => post(to`/api/queue/${call}/take`, { agent }),

    calls: () => get<A.CallSummary[]>("/api/calls"),
    story: (call: string) => get<A.Story>(to`/api/calls/${call}`),
    needs: (call: string, needs: A.Needs) => put(to`/api/calls/${call}/needs`, needs),
    place: (call: string, place: { areaCode: string } | { unit: string }) => put(to`/api/calls/${call}/place`, place),
    urgency: (call: string, urgency: A.Urgency) => put(to`/api/calls/${call}/urgency`, { urgency }),
    note: (call: string, note: A.Note) => put(to`/api/calls/${call}/note`, note),
    promise: (call: string, target: Target) => post(to`/api/calls/${call}/callbacks`, target),
    end: (call: string) => post(to`/api/calls/${call}/end`),

    mute: (call: string, on: boolean) => put(to`/api/calls/${call}/mute`, { on }),
    hold: (call: string, on: boolean) => put(to`/api/calls/${call}/hold`, { on }),
    keys: (call: string, keys: string) => post(to`/api/calls/${call}/keys`, { keys }),
    invite: (call: string, whom: { name: string; number: string } | { lead: true; unit: string }) =>
      post(to`/api/calls/${call}/third-parties`, whom),
    dismiss: (call: string, leg: string) => del(to`/api/calls/${call}/third-parties/${leg}`),

    transfer: (call: string, target: Target) => post<A.Transfer>(to`/api/calls/${call}/transfers`, target),
    tell: (transfer: string, verb: "skip-consult" | "merge" | "complete" | "return" | "cancel") =>
      post<A.Transfer>(`${to`/api/transfers/${transfer}`}/${verb}`),
    passOn: (transfer: string, where: Target & { agent?: true; wrongOffice?: boolean }) => post(to`/api/transfers/${transfer}/pass-on`, where),

    search: async (text: string) => (await get<{ hits: A.Hit[] }>(to`/api/places?q=${text}`)).hits,
    officeName: async (unit: string) => (await get<A.Office>(to`/api/offices/${unit}`)).name,
    lines: (unit: string) => get<A.Line[]>(to`/api/offices/${unit}/lines`),
    outOfService: (line: string, until: string) => put(to`/api/lines/${line}/out-of-service`, { until }),
    inService: (line: string) => del(to`/api/lines/${line}/out-of-service`),

    callbacks: () => get<A.Callback[]>("/api/callbacks"),
    flags: () => get<A.Flag[]>("/api/flags"),
    announcement: () => get<A.Announcement | null>("/api/announcement"),
    announce: (announced: Announced) => put("/api/announcement", announced),
    silence: () => del("/api/announcement"),
    flows: () => get<A.TakenUpFlow[]>("/api/flows"),
  };
};

export type Server = ReturnType<typeof serverFor>;
