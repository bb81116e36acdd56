import { createParser } from "eventsource-parser";

export type Told = {
  sequence: number;
  at: string;
  kind: string;
  who: string | null;
  detail: string | null;
  call: string | null;
  transfer: string | null;
  callback: string | null;
  unit: string | null;
};

type Listener = {
  opened: () => void;
  /** Null when something was told that cannot be read: then all may have changed. */
  told: (event: Told | null) => void;
};

// Three of the server's heartbeats: longer without a word, and the line is dead even though nobody hung up.
const longestSilence = 45_000;

const readTold = (data: string): Told | null => {
  try {
    return JSON.parse(data) as Told;
  } catch {
    return null;
  }
};

/**
 * Reads the feed until it ends, fails or falls silent, and answers the last id it saw, to resume after.
 * Not the browser's EventSource: that one cannot send the token.
 */
export const readFeed = async (token: string, after: string | null, listener: Listener, ended: AbortSignal): Promise<string | null> => {
  let last = after;
  const silence = new AbortController();
  let patience = setTimeout(() => silence.abort(), longestSilence);
  try {
    const headers = { Authorization: `Bearer ${token}`, Accept: "text/event-stream", ...(last === null ? {} : { "Last-Event-ID": last }) };
    const response = await fetch("/api/live", { headers, cache: "no-store", signal: AbortSignal.any([ended, silence.signal]) });
    if (!response.ok || response.body === null) return last;
    const parser = createParser({
      onEvent: ({ event, id, data }) => {
        if (id) last = id;
        if (event === "hello") listener.opened();
        if (event === "told") listener.told(readTold(data));
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(patience);
      patience = setTimeout(() => silence.abort(), longestSilence);
      parser.feed(part.value);
    }
  } catch {
    // Cut, refused, silent or ended by us: in all four the caller decides whether to try again.
  } finally {
    clearTimeout(patience);
  }
  return last;
};
