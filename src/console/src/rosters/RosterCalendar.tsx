import { Heading, Loader } from "@navikt/ds-react";
import { useState } from "react";
import { plusDays, startOf } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { keepsLines } from "../sign-in/session";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { CalendarTools } from "./CalendarTools";
import { type Chosen, DutyDialog } from "./DutyDialog";
import { RosterDays } from "./RosterDays";
import { RosterFiles } from "./RosterFiles";
import { useCalendar } from "./useCalendar";
import { WorkList } from "./WorkList";

/** What stands: a week or a month, gaps in plain sight. Whoever may opens a duty or a gap and changes it. */
export const RosterCalendar = ({ line, isMine }: { line: string; isMine: boolean }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const calendar = useCalendar();
  const [chosen, choose] = useState<Chosen | null>(null);
  const { dates } = calendar;
  const [from, to] = [startOf(dates[0] ?? ""), startOf(plusDays(dates.at(-1) ?? "", 1))];
  const roster = useSnapshot(["roster", line, String(from), String(to)], () => server.roster(line, from, to));
  const mayChange = isMine && keepsLines(session.role);
  return (
    <section className="card" aria-labelledby="calendar">
      <Heading id="calendar" level="3" size="small" spacing>
        {words("rosterStands")}
      </Heading>
      <CalendarTools {...calendar} />
      {roster.isPending && <Loader title={words("loading")} />}
      {roster.error && <Failure error={roster.error} />}
      {roster.data && <RosterDays roster={roster.data} dates={dates} view={calendar.view} choose={mayChange ? choose : undefined} />}
      {roster.data && roster.data.work.length > 0 && <WorkList roster={roster.data} />}
      {roster.data && <RosterFiles roster={roster.data} days={{ from: dates[0] ?? "", to: dates.at(-1) ?? "" }} mayFollow={mayChange} />}
      {roster.data && chosen && <DutyDialog line={line} chosen={chosen} colleagues={roster.data.colleagues} close={() => choose(null)} />}
    </section>
  );
};
