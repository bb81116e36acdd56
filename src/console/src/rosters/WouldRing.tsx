import { ExclamationmarkTriangleFillIcon, PauseIcon } from "@navikt/aksel-icons";
import { Alert, BodyShort, Button, Heading, Loader, TextField } from "@navikt/ds-react";
import { useState } from "react";
import { dayAndTime, instantAt, osloDate, plusDays, wallTime, weekdayOf } from "../clock";
import { DateField } from "../DateField";
import { useLive, useNow, useSnapshot } from "../live/Live";
import type { WouldRing as Answer } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";

/** Who would ring if a call came now, or on Friday at half past three: the ladder as it would be frozen then. */
export const WouldRing = ({ line }: { line: string }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const now = useNow();
  const [asked, ask] = useState<string | null>(null);
  const [date = "", time = ""] = (asked ?? wallTime(now)).split("T");
  const moment = asked === null || date === "" || time === "" ? null : instantAt(asked);
  const answer = useSnapshot(["would-ring", line, String(moment)], () => server.wouldRing(line, moment));
  const today = osloDate(now);
  const friday = `${plusDays(today, (4 - weekdayOf(today) + 7) % 7)}T15:30`;
  return (
    <section className="card" aria-labelledby="would-ring">
      <Heading id="would-ring" level="3" size="small" spacing>
        {words("wouldRing")}
      </Heading>
      <div className="choices would-ring-when">
        <DateField key={`${asked === null} ${date === friday.split("T")[0]}`} label={words("wouldRingDay")} value={date} choose={(day) => ask(`${day}T${time}`)} />
        <TextField size="small" type="time" label={words("wouldRingTime")} value={time} onChange={(event) => ask(`${date}T${event.target.value}`)} />
        <Button size="small" variant="secondary" onClick={() => ask(null)}>
          {words("now")}
        </Button>
        <Button size="small" variant="secondary" onClick={() => ask(friday)}>
          {dayAndTime(new Date(instantAt(friday)).toISOString(), language)}
        </Button>
      </div>
      {answer.isPending && <Loader title={words("loading")} />}
      {answer.error && <Failure error={answer.error} />}
      {answer.data && <Rungs answer={answer.data} />}
    </section>
  );
};

const Rungs = ({ answer }: { answer: Answer }) => {
  const { words, told, language } = useWords();
  const nobody = answer.rungs.every((rung) => rung.people.length === 0);
  return (
    <>
      <BodyShort className="would-ring-at">{dayAndTime(answer.at, language)}</BodyShort>
      {!answer.isOpen && <Alert variant="info" size="small">{words("wouldRingClosed")}</Alert>}
      {nobody && answer.isOpen && <Alert variant="error" size="small">{words("wouldRingNobody")}</Alert>}
      <ol className="ladder">
        {answer.rungs.map((rung, step) => (
          <li key={`${step} ${rung.name}`} className="rung">
            <div className="rung-name">
              <strong>{told(rung.name)}</strong>
              <span className="quiet">
                {words("wouldRingFor", { seconds: rung.seconds })}
                {rung.together && `, ${words("together")}`}
              </span>
            </div>
            <ul>
              {rung.people.map((person) => (
                <li key={person.id} className="person">
                  {person.name}
                  {person.isPaused && (
                    <span className="reachable reachable-Paused person-state">
                      <PauseIcon aria-hidden /> {words("reachable.Paused")}
                    </span>
                  )}
                </li>
              ))}
              {rung.people.length === 0 && (
                <li className="person person-past">
                  <ExclamationmarkTriangleFillIcon aria-hidden /> {words("emptyRung")}
                </li>
              )}
            </ul>
          </li>
        ))}
      </ol>
      {!nobody && <BodyShort size="small" className="quiet">{words("wouldRingRounds", { rounds: answer.rounds, seconds: answer.budgetSeconds })}</BodyShort>}
    </>
  );
};
