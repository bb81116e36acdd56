import { BodyShort, Loader } from "@navikt/ds-react";
import { dayAndTime, dayOf } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";

/** How a deadline was counted, day by day. */
export const DeadlineWorking = ({ callback }: { callback: string }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const details = useSnapshot(["callback", callback], () => server.callback(callback));
  if (details.error) return <Failure error={details.error} />;
  if (details.data === undefined) return <Loader title={words("loading")} />;
  const working = details.data.deadline;
  if (working === null) return <BodyShort>{words("deadlinePromised")}</BodyShort>;
  return (
    <>
      <BodyShort spacing>{words("deadlineStarts", { when: dayAndTime(working.starts, language) })}</BodyShort>
      <ol className="working">
        {working.days.map((day) => (
          <li key={day.date}>
            <span>{dayOf(day.date, language)}</span>{" "}
            <span className={day.counts ? undefined : "quiet"}>
              {day.counts ? words("dayCounts") : day.why === null ? words("dayOfPromise") : (day.name ?? words(`closed.${day.why as "Weekend" | "Holiday" | "ContactCentre"}`))}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
};
