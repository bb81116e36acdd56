import type { Story } from "../server/answers";

type Happened = Story["timeline"][number];

/** How an event looks: the caller's own steps, somebody being rung, people talking, and what went wrong or was promised. */
export type Look = "step" | "rings" | "talks" | "wrong" | "promised";

export type Line = { sequence: number; at: string; sinceStart: number; who: string | null; what: string; detail: string | null; look: Look };

const looks: Record<string, Look> = {
  ringing: "rings",
  "ringing the caller": "rings",
  "ringing the caller in turn": "rings",
  "taken by agent": "rings",
  accepted: "talks",
  "with agent": "talks",
  consulting: "talks",
  connected: "talks",
  completed: "talks",
  unanswered: "wrong",
  "no answer": "wrong",
  declined: "wrong",
  busy: "wrong",
  "answered, not accepted": "wrong",
  "bad number": "wrong",
  "carrier failure": "wrong",
  "our failure": "wrong",
  "agent not reached": "wrong",
  "agent lost": "wrong",
  "caller was not helped": "wrong",
  "officer's call ended": "wrong",
  "call-back owed": "promised",
  "call-back settled": "promised",
  "keeps the place, to be rung": "promised",
};

/** Timeline events as they are read, oldest first; the server's fixed words in the reader's language. */
export const lines = (timeline: Happened[], told: (text: string) => string): Line[] => {
  const inOrder = [...timeline].sort((a, b) => Number(a.sequence) - Number(b.sequence));
  const start = Date.parse(inOrder[0]?.at ?? "");
  return inOrder.map((event) => ({
    sequence: Number(event.sequence),
    at: event.at,
    sinceStart: (Date.parse(event.at) - start) / 1000,
    who: event.who,
    what: told(event.kind),
    detail: event.detail === null ? null : told(event.detail),
    look: looks[event.kind] ?? "step",
  }));
};

/** A place is told by its number; whoever reads wants the name. Municipality numbers have four digits, districts' codes begin with one. */
export const placesIn = (timeline: Happened[]): string[] => [
  ...new Set(timeline.flatMap(({ kind, detail }) => (kind === "place known" && detail !== null && /^\d{4}/.test(detail) ? [detail.slice(0, 4)] : []))),
];
