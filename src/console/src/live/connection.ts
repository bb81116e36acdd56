/** How the feed stands, as the person at the screen must know it. Times are this machine's own count (performance.now), in milliseconds. */
export type Connection =
  | { state: "connecting" }
  | { state: "live" }
  | { state: "cut"; since: number; tries: number }
  | { state: "caughtUp"; since: number; cutSeconds: number };

export const starting: Connection = { state: "connecting" };

/** The first cut's moment stays, however many tries follow: that is how long the page has known nothing. */
export const cutAt = (connection: Connection, now: number): Connection =>
  connection.state === "cut" ? { ...connection, tries: connection.tries + 1 } : { state: "cut", since: now, tries: 1 };

export const openedAt = (connection: Connection, now: number): Connection =>
  connection.state === "cut"
    ? { state: "caughtUp", since: now, cutSeconds: Math.round((now - connection.since) / 1000) }
    : { state: "live" };

/** Milliseconds before the next try: half a second, doubling to at most ten seconds, spread so that a hundred desks do not come at once. */
export const pauseBefore = (tries: number, random: number): number => {
  const longest = Math.min(10_000, 500 * 2 ** (tries - 1));
  return longest / 2 + (longest / 2) * random;
};

/** How often the snapshots are fetched without being told to: seldom while the feed tells, each few seconds while it is cut. */
export const pollEvery = (connection: Connection): number =>
  connection.state === "live" || connection.state === "caughtUp" ? 30_000 : 3_000;
