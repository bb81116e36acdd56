import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type ServerClock, serverTime } from "../clock";
import { type Server, serverFor } from "../server/server";
import type { Session } from "../sign-in/session";
import { type Connection, pollEvery } from "./connection";
import { useFeed } from "./useFeed";

type Live = { session: Session; server: Server; connection: Connection; clock: ServerClock };

const Context = createContext<Live | null>(null);

/** For all that is below: who asks, the server, how the feed stands, and the server's clock. */
export const LiveProvider = ({ session, children }: { session: Session; children: ReactNode }) => {
  const server = useMemo(() => serverFor(session.token), [session.token]);
  const connection = useFeed(session.token);
  const clock = useServerClock(server);
  const live = useMemo(() => ({ session, server, connection, clock }), [session, server, connection, clock]);
  return <Context.Provider value={live}>{children}</Context.Provider>;
};

export const useLive = (): Live => {
  const live = useContext(Context);
  if (live === null) throw new Error("useLive outside of a LiveProvider");
  return live;
};

type Asking<T> = { enabled?: boolean; /** What changes without being told is asked for each second. */ restless?: (data: T) => boolean };

/** A snapshot of the server's state, fetched again when the feed tells that something happened. */
export const useSnapshot = <T,>(key: string[], fetch: () => Promise<T>, { enabled = true, restless }: Asking<T> = {}): UseQueryResult<T> => {
  const { session, connection } = useLive();
  return useQuery({
    queryKey: ["live", session.token, ...key],
    queryFn: fetch,
    enabled,
    refetchInterval: ({ state }) => (state.data !== undefined && restless?.(state.data) ? 1_000 : pollEvery(connection)),
    refetchIntervalInBackground: true,
  });
};

const useServerClock = (server: Server): ServerClock => {
  const answer = useQuery({
    queryKey: ["clock"],
    queryFn: async () => {
      const before = performance.now();
      const { now, speed } = await server.clock();
      return { now: Date.parse(now), at: (before + performance.now()) / 2, speed };
    },
    refetchInterval: 60_000,
  });
  const [here] = useState<ServerClock>(() => ({ now: Date.now(), at: performance.now(), speed: 1 }));
  return answer.data ?? here;
};

/** The server's time now, in milliseconds, again each second of it (at most five times a second of ours). */
export const useNow = (): number => {
  const { clock } = useLive();
  const [here, setHere] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(performance.now()), Math.max(200, 1000 / clock.speed));
    return () => clearInterval(timer);
  }, [clock.speed]);
  return serverTime(clock, Math.max(here, clock.at));
};
