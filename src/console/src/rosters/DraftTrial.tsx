import { CheckmarkCircleIcon, ExclamationmarkTriangleFillIcon } from "@navikt/aksel-icons";
import { Alert, BodyShort, Button, Heading } from "@navikt/ds-react";
import { useState } from "react";
import { dayAndTime, dayOf, osloDate, plusDays } from "../clock";
import { useLive, useNow } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Replayed, SpecialDay } from "../server/answers";
import { useWords } from "../words/useWords";

// A quarter, moved whole weeks ahead: to days that the draft is about, on the same weekdays.
const weeks = 13;
const most = 12;

/** A draft held against what has been and what is to come: the last quarter's calls, and the next year's odd days. */
export const DraftTrial = ({ line }: { line: string }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const today = osloDate(useNow());
  const [replayed, tell] = useState<Replayed | null>(null);
  const [days, show] = useState<SpecialDay[] | null>(null);
  const replay = () => act("replay", async () => tell(await server.replay(line, plusDays(today, -7 * weeks), plusDays(today, -1), weeks)));
  const look = () => act("special days", async () => show(await server.specialDays(line)));
  return (
    <section className="card" aria-labelledby="trial">
      <Heading id="trial" level="3" size="small">
        {words("trial")}
      </Heading>
      <BodyShort spacing className="quiet">
        {words("trialWhy")}
      </BodyShort>
      <div className="choices">
        <Button size="small" variant="secondary" loading={doing === "replay"} onClick={replay}>
          {words("trialCalls", { weeks })}
        </Button>
        <Button size="small" variant="secondary" loading={doing === "special days"} onClick={look}>
          {words("trialDays")}
        </Button>
      </div>
      {replayed && <Calls replayed={replayed} />}
      {days && <Days days={days} />}
    </section>
  );
};

const Calls = ({ replayed }: { replayed: Replayed }) => {
  const { words, language } = useWords();
  const open = replayed.calls.filter((call) => call.rung === null && call.isOpen);
  if (replayed.calls.length === 0) return <BodyShort className="found">{words("trialNoCalls")}</BodyShort>;
  if (open.length === 0)
    return (
      <BodyShort className="found day-kept">
        <CheckmarkCircleIcon aria-hidden /> {words("trialAllCalls", { count: replayed.calls.length })}
      </BodyShort>
    );
  return (
    <Alert variant="error" size="small" className="found">
      {words("trialLost", { lost: open.length, count: replayed.calls.length, urgent: open.filter((call) => call.urgent).length })}
      <ul className="faults">
        {open.slice(0, most).map((call) => (
          <li key={call.calledAt}>{dayAndTime(call.at, language)}</li>
        ))}
        {open.length > most && <li>{words("andMore", { count: open.length - most })}</li>}
      </ul>
    </Alert>
  );
};

const Days = ({ days }: { days: SpecialDay[] }) => {
  const { words, language } = useWords();
  const because = (day: SpecialDay): string[] => [
    ...day.named,
    ...(day.exception === null ? [] : [day.exception]),
    ...(day.hours === 24 ? [] : [words("trialHours", { hours: day.hours })]),
    ...(day.reopensAfter === 0 ? [] : [words("trialReopens", { count: day.reopensAfter })]),
  ];
  return (
    <ul className="offers found">
      {days.map((day) => (
        <li key={day.date}>
          <BodyShort>
            <strong>{dayOf(day.date, language)}</strong> {because(day).join(", ")}
          </BodyShort>
          <Kept day={day} />
        </li>
      ))}
    </ul>
  );
};

const Kept = ({ day }: { day: SpecialDay }) => {
  const { words } = useWords();
  if (day.sum.obligationHours === 0) return <span className="quiet">{words("closedThatDay")}</span>;
  return day.sum.gapHours === 0 ? (
    <span className="reachable reachable-Yes">
      <CheckmarkCircleIcon aria-hidden /> {words("covered")}
    </span>
  ) : (
    <span className="reachable drill-notConfirmed">
      <ExclamationmarkTriangleFillIcon aria-hidden /> {words("gapShort")}
    </span>
  );
};
