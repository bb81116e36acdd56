import { useSearchParams } from "react-router";
import { osloDate } from "../clock";
import { useNow } from "../live/Live";
import { datesOf, turned, type View } from "./calendar";

/** Which week or month is open. It is in the address, so that it can be sent to a colleague and found again. */
export const useCalendar = () => {
  const [place, goTo] = useSearchParams();
  const today = osloDate(useNow());
  const view: View = place.get("view") === "month" ? "month" : "week";
  const asked = place.get("day") ?? "";
  const date = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today;
  const go = (change: Record<string, string>) => goTo((before) => ({ ...Object.fromEntries(before), ...change }));
  return {
    view,
    date,
    today,
    dates: datesOf(view, date),
    show: (shown: View) => go({ view: shown }),
    turn: (forward: boolean) => go({ day: turned(view, date, forward) }),
    goToday: () => go({ day: today }),
  };
};

export type Calendar = ReturnType<typeof useCalendar>;
