import type { Story } from "../server/answers";

type Happened = Story["timeline"][number];

export type Line = { sequence: number; at: string; who: string | null; what: string; detail: string | null };

/** Timeline events as they are read, oldest first; the server's fixed words in the reader's language. */
export const lines = (timeline: Happened[], told: (text: string) => string): Line[] =>
  timeline
    .map((event) => ({
      sequence: Number(event.sequence),
      at: event.at,
      who: event.who,
      what: told(event.kind),
      detail: event.detail === null ? null : told(event.detail),
    }))
    .sort((a, b) => a.sequence - b.sequence);
