import { ArrowsCirclepathIcon, CheckmarkCircleFillIcon, ExclamationmarkTriangleFillIcon } from "@navikt/aksel-icons";
import { useEffect, useState } from "react";
import { serverTime, timeOfDay } from "../clock";
import { useWords } from "../words/useWords";
import { useLive } from "./Live";

const shownFor = 8_000;

/** Says when the page has lost the feed, since when, and when it has caught up. Nothing while all is well. */
export const ConnectionNotice = () => {
  const { connection, clock } = useLive();
  const { words, language } = useWords();
  const recently = useRecently(connection.state === "caughtUp" ? connection.since : null);
  return (
    <div role="status" className="connection">
      {connection.state === "cut" && (
        <p className="connection-cut">
          <ExclamationmarkTriangleFillIcon aria-hidden />
          <span>{words("feed.cut", { when: timeOfDay(serverTime(clock, connection.since), language) })}</span>
          <ArrowsCirclepathIcon aria-hidden className="turning" />
        </p>
      )}
      {connection.state === "caughtUp" && recently && (
        <p className="connection-caught-up">
          <CheckmarkCircleFillIcon aria-hidden />
          <span>{words("feed.caughtUp", { seconds: connection.cutSeconds })}</span>
        </p>
      )}
    </div>
  );
};

const useRecently = (since: number | null): boolean => {
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(() => setOver(since), shownFor);
    return () => clearTimeout(timer);
  }, [since]);
  return since !== null && over !== since;
};
