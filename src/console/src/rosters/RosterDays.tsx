import { CheckmarkCircleIcon, ExclamationmarkTriangleFillIcon } from "@navikt/aksel-icons";
import { dayOf, hourAndMinute } from "../clock";
import type { LineRoster } from "../server/answers";
import { useWords } from "../words/useWords";
import { type Absent, type Day, type Duty, daysOf, type Gap, isWholeOpening, type View } from "./calendar";
import type { Chosen } from "./DutyDialog";
import { useCalendar } from "./useCalendar";

type Props = { roster: LineRoster; dates: string[]; view: View; choose?: (chosen: Chosen) => void };

/** A card a day: whether the line is kept, then layer by layer who keeps it. A phone shows one below the other. */
export const RosterDays = ({ roster, dates, view, choose }: Props) => (
  <ol className={`days days-${view}`}>
    {daysOf(roster, dates).map((day) => (
      <DayCard key={day.date} day={day} choose={choose} />
    ))}
  </ol>
);

const DayCard = ({ day, choose }: { day: Day; choose?: (chosen: Chosen) => void }) => {
  const { language } = useWords();
  const { today } = useCalendar();
  return (
    <li className={day.date === today ? "day day-today" : "day"} aria-current={day.date === today ? "date" : undefined}>
      <h4>{dayOf(day.date, language)}</h4>
      <Kept day={day} choose={choose} />
      {day.layers
        .filter((layer) => layer.duties.length + layer.absent.length > 0)
        .map((layer) => (
          <Layer key={layer.role} day={day} layer={layer} choose={choose} />
        ))}
    </li>
  );
};

const Kept = ({ day, choose }: { day: Day; choose?: (chosen: Chosen) => void }) => {
  const { words } = useWords();
  if (day.open.length === 0) return <p className="day-kept quiet">{words("closedThatDay")}</p>;
  if (day.gaps.length === 0)
    return (
      <p className="day-kept">
        <CheckmarkCircleIcon aria-hidden /> {words("covered")}
      </p>
    );
  return (
    <>
      {day.gaps.map((gap) => (
        <GapMark key={gap.from} gap={gap} choose={choose} />
      ))}
    </>
  );
};

const GapMark = ({ gap, choose }: { gap: Gap; choose?: (chosen: Chosen) => void }) => {
  const { words, language } = useWords();
  const told = (
    <>
      <ExclamationmarkTriangleFillIcon aria-hidden /> {words("gap", { from: hourAndMinute(gap.from, language), to: hourAndMinute(gap.to, language) })}
    </>
  );
  return choose ? (
    <button type="button" className="duty duty-gap" onClick={() => choose({ gap })}>
      {told}
    </button>
  ) : (
    <p className="duty duty-gap">{told}</p>
  );
};

const Layer = ({ day, layer, choose }: { day: Day; layer: Day["layers"][number]; choose?: (chosen: Chosen) => void }) => {
  const { told } = useWords();
  return (
    <div className="layer">
      <h5>{told(layer.role.toLowerCase())}</h5>
      {layer.duties.map((duty) => (
        <DutyMark key={`${duty.officer.id} ${duty.from}`} day={day} duty={duty} choose={choose} />
      ))}
      {layer.absent.map((absent) => (
        <AbsentMark key={`${absent.officer.id} ${absent.from}`} absent={absent} choose={choose} />
      ))}
    </div>
  );
};

const AbsentMark = ({ absent, choose }: { absent: Absent; choose?: (chosen: Chosen) => void }) => {
  const { words, language } = useWords();
  const { officer, from, to } = absent;
  const told = (
    <>
      <s>{officer.name ?? officer.id}</s> {words(`why.${officer.why.kind}`)} {hourAndMinute(from, language)}–{hourAndMinute(to, language)}
    </>
  );
  return choose ? (
    <button type="button" className="absent plain quiet" onClick={() => choose({ absent })}>
      {told}
    </button>
  ) : (
    <p className="absent quiet">{told}</p>
  );
};

const DutyMark = ({ day, duty, choose }: { day: Day; duty: Duty; choose?: (chosen: Chosen) => void }) => {
  const { words, language } = useWords();
  const { officer, from, to } = duty;
  const beside = officer.why.kind === "swap" || officer.why.kind === "override" || officer.why.kind === "fallback";
  const told = (
    <>
      <span className="duty-who">{officer.name ?? officer.id}</span>
      {!isWholeOpening(day, duty) && (
        <span className="duty-hours">
          {hourAndMinute(from, language)}–{hourAndMinute(to, language)}
        </span>
      )}
      {beside && <span className="duty-why">{words(`why.${officer.why.kind}`)}</span>}
    </>
  );
  return choose ? (
    <button type="button" className="duty" onClick={() => choose({ duty })}>
      {told}
    </button>
  ) : (
    <p className="duty">{told}</p>
  );
};
