import { osloDate, plusDays, startOf, weekdayOf } from "../clock";
import type { DutyPeriod, DutyRole, Finding, LineRoster, OnDuty } from "../server/answers";

// A roster as a calendar shows it: day by day in Norway, each layer's people with the hours that fall on the day.

export type View = "week" | "month";

/** Somebody's time on duty within a day. Whole is the duty's own, which may begin or end on another day. */
export type Duty = { role: DutyRole; officer: OnDuty; from: number; to: number; whole: { from: number; to: number } };

/** Somebody who would be on duty, and why not. */
export type Absent = { officer: OnDuty; from: number; to: number };

export type Gap = { from: number; to: number; finding: Finding };

export type Day = {
  date: string;
  open: { from: number; to: number }[];
  gaps: Gap[];
  layers: { role: DutyRole; duties: Duty[]; absent: Absent[] }[];
};

/** The dates of the view that a date lies in: Monday to Sunday, or the month's whole weeks. */
export const datesOf = (view: View, date: string): string[] => {
  const first = view === "week" ? date : `${date.slice(0, 7)}-01`;
  const monday = plusDays(first, -weekdayOf(first));
  if (view === "week") return run(monday, 7);
  const nextMonth = plusDays(first, 31).slice(0, 7);
  const last = plusDays(`${nextMonth}-01`, -1);
  const sunday = plusDays(last, 6 - weekdayOf(last));
  return run(monday, Math.round((Date.parse(sunday) - Date.parse(monday)) / 86_400_000) + 1);
};

const run = (first: string, count: number): string[] => Array.from({ length: count }, (_, day) => plusDays(first, day));

/** A date in the view before or after. */
export const turned = (view: View, date: string, forward: boolean): string => {
  if (view === "week") return plusDays(date, forward ? 7 : -7);
  const first = `${date.slice(0, 7)}-01`;
  return `${plusDays(first, forward ? 31 : -1).slice(0, 7)}-01`;
};

export const daysOf = (roster: LineRoster, dates: string[]): Day[] => dates.map((date) => dayOf(roster, date));

const dayOf = (roster: LineRoster, date: string): Day => {
  const [from, to] = [startOf(date), startOf(plusDays(date, 1))];
  const roles = [...new Set(roster.periods.map((period) => period.role))];
  return {
    date,
    open: roster.open.filter((open) => osloDate(open.from) === date).map((open) => ({ from: Date.parse(open.from), to: Date.parse(open.to) })),
    gaps: roster.findings
      .filter((finding) => finding.kind === "Gap" && osloDate(finding.from) === date)
      .map((finding) => ({ from: Date.parse(finding.from), to: Date.parse(finding.to), finding })),
    layers: roles.map((role) => {
      const within = roster.periods.filter((period) => period.role === role).flatMap((period) => cut(period, from, to));
      return {
        role,
        duties: joined(within.flatMap(({ period, ...span }) => period.onDuty.map((officer) => ({ role, officer, ...span, whole: whole(roster, role, officer, period) })))),
        absent: within.flatMap(({ period, ...span }) => period.absent.map((officer) => ({ officer, ...span }))),
      };
    }),
  };
};

const cut = (period: DutyPeriod, from: number, to: number) => {
  const span = { from: Math.max(from, Date.parse(period.from)), to: Math.min(to, Date.parse(period.to)) };
  return span.from < span.to ? [{ period, ...span }] : [];
};

const same = (one: OnDuty, other: OnDuty) =>
  one.id === other.id && one.why.kind === other.why.kind && one.why.shift === other.why.shift && one.why.id === other.why.id;

// A period ends when anything in its layer changes; a duty goes on through that.
const joined = (duties: Duty[]): Duty[] =>
  duties.reduce<Duty[]>((done, duty) => {
    const before = done.findIndex((one) => same(one.officer, duty.officer) && one.to === duty.from);
    return before < 0 ? [...done, duty] : done.map((one, index) => (index === before ? { ...one, to: duty.to } : one));
  }, []);

const whole = (roster: LineRoster, role: DutyRole, officer: OnDuty, around: DutyPeriod): { from: number; to: number } => {
  const own = roster.periods.filter((period) => period.role === role && period.onDuty.some((one) => same(one, officer)));
  const at = own.indexOf(around);
  let [first, last] = [at, at];
  while (own[first - 1] !== undefined && own[first - 1]?.to === own[first]?.from) first--;
  while (own[last + 1] !== undefined && own[last + 1]?.from === own[last]?.to) last++;
  return { from: Date.parse(own[first]?.from ?? around.from), to: Date.parse(own[last]?.to ?? around.to) };
};

/** Whether somebody keeps exactly the hours that the line must be kept: then the hours need not be said. */
export const isWholeOpening = (day: Day, duty: { from: number; to: number }): boolean =>
  day.open.length === 1 && day.open[0]?.from === duty.from && day.open[0]?.to === duty.to;
