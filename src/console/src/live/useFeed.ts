import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Connection, cutAt, openedAt, pauseBefore, starting } from "./connection";
import { readFeed } from "./feed";

// Many things are told at once when a call moves; one fetching of the snapshots answers for all of them. The first is answered at once.
const soonest = 50;
const seldomest = 400;

/** Follows the feed for as long as the page is open: each thing told makes the snapshots be fetched again. */
export const useFeed = (token: string): Connection => {
  const questions = useQueryClient();
  const [connection, setConnection] = useState<Connection>(starting);

  useEffect(() => {
    const ended = new AbortController();
    let gathering: ReturnType<typeof setTimeout> | null = null;
    let refreshedAt = -seldomest;
    const refresh = () => {
      gathering ??= setTimeout(
        () => {
          gathering = null;
          refreshedAt = performance.now();
          void questions.invalidateQueries({ queryKey: ["live"] });
        },
        Math.max(soonest, refreshedAt + seldomest - performance.now()),
      );
    };
    const follow = async () => {
      let last: string | null = null;
      let tries = 0;
      const opened = () => {
        tries = 0;
        setConnection((before) => openedAt(before, performance.now()));
        refresh();
      };
      while (!ended.signal.aborted) {
        last = await readFeed(token, last, { opened, told: refresh }, ended.signal);
        if (ended.signal.aborted) return;
        tries += 1;
        setConnection((before) => cutAt(before, performance.now()));
        await pause(pauseBefore(tries, Math.random()), ended.signal);
      }
    };
    void follow();
    return () => {
      ended.abort();
      if (gathering !== null) clearTimeout(gathering);
    };
  }, [token, questions]);

  return connection;
};

/** Ends early when the network is back or the page goes. */
const pause = (milliseconds: number, ended: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(finish, milliseconds);
    function finish() {
      clearTimeout(timer);
      window.removeEventListener("online", finish);
      ended.removeEventListener("abort", finish);
      done();
    }
    window.addEventListener("online", finish);
    ended.addEventListener("abort", finish);
  });
