import { ChevronLeftIcon, ChevronRightIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, ToggleGroup } from "@navikt/ds-react";
import { monthOf, weekOf } from "../clock";
import { useWords } from "../words/useWords";
import type { View } from "./calendar";
import type { Calendar } from "./useCalendar";

/** Which week or month, and to others. */
export const CalendarTools = ({ view, date, show, turn, goToday }: Calendar) => {
  const { words, language } = useWords();
  return (
    <div className="bar">
      <div className="choices">
        <Button size="small" variant="tertiary" icon={<ChevronLeftIcon title={words(`before.${view}`)} />} onClick={() => turn(false)} />
        <Button size="small" variant="tertiary" onClick={goToday}>
          {words("today")}
        </Button>
        <Button size="small" variant="tertiary" icon={<ChevronRightIcon title={words(`after.${view}`)} />} onClick={() => turn(true)} />
        <BodyShort className="calendar-when" aria-live="polite">
          {view === "week" && `${words("weekNumber", { week: weekOf(date) })}, `}
          {monthOf(date, language)}
        </BodyShort>
      </div>
      <ToggleGroup size="small" value={view} onChange={(chosen) => show(chosen as View)} aria-label={words("viewOf")}>
        <ToggleGroup.Item value="week" label={words("view.week")} />
        <ToggleGroup.Item value="month" label={words("view.month")} />
      </ToggleGroup>
    </div>
  );
};
