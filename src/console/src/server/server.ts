import type * as A from "./answers";
import { agentServer } from "./agentServer";
import { clientFor, told } from "./ask";
import { at } from "./at";
import { callbackServer } from "./callbackServer";
import { noticeServer } from "./noticeServer";
import { reportServer } from "./reportServer";
import { rosterServer } from "./rosterServer";
import { supervisionServer } from "./supervisionServer";

type Announced = { texts: A.Texts; until: string | null };

/** What the console asks of the server, as whoever holds the token. */
export const serverFor = (token: string) => {
  const api = clientFor(token);
  return {
    ...agentServer(api),
    ...rosterServer(api),
    ...noticeServer(api),
    ...callbackServer(api),
    ...reportServer(api),
    ...supervisionServer(api),

    me: () => told(api.GET("/api/me")),
    clock: () => told(api.GET("/api/clock")),

    calls: () => told(api.GET("/api/calls")),
    story: (call: string) => told(api.GET("/api/calls/{call}", at({ call }))),
    flags: () => told(api.GET("/api/flags")) as Promise<A.Flag[]>,

    search: async (q: string) => (await told(api.GET("/api/places", { params: { query: { q } } }))).hits,
    placeName: async (code: string) => (await told(api.GET("/api/places/{code}", at({ code })))).numbered[0]?.name ?? null,
    officeName: async (unit: string) => (await told(api.GET("/api/offices/{unit}", at({ unit })))).name,
    lines: (unit: string) => told(api.GET("/api/offices/{unit}/lines", at({ unit }))) as Promise<A.Line[]>,
    outOfService: (line: string, until: string) => told(api.PUT("/api/lines/{line}/out-of-service", { ...at({ line }), body: { until } })),
    inService: (line: string) => told(api.DELETE("/api/lines/{line}/out-of-service", at({ line }))),
    announcement: async () => {
      const answer = (await told(api.GET("/api/announcement"))) as A.Announcement;
      return answer.on ? answer : null;
    },
    announce: (announced: Announced) => told(api.PUT("/api/announcement", { body: announced })),
    silence: () => told(api.DELETE("/api/announcement")),
    flows: () => told(api.GET("/api/flows")),
    load: (line: string) => told(api.GET("/api/lines/{line}/load", at({ line }))),
  };
};

export type Server = ReturnType<typeof serverFor>;
