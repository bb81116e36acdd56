import { expect, test } from "vitest";
import type { DutyPeriod, LineRoster } from "../server/answers";
import { datesOf, daysOf, isWholeOpening, turned } from "./calendar";

const why = (shift: string | null = "a/0") => ({ kind: "shift" as const, shift, name: null, turn: null, unit: null, by: null, at: null, id: null });
const period = (from: string, to: string, ...ids: string[]): DutyPeriod => ({
  role: "Primary",
  from,
  to,
  isGap: ids.length === 0,
  onDuty: ids.map((id) => ({ id, name: id, why: why() })),
  absent: [],
});
const roster = (periods: DutyPeriod[], open: [string, string][] = []): LineRoster => ({
  line: "0104-general",
  name: "Vakttelefon",
  unit: "0104",
  version: 1,
  periods,
  open: open.map(([from, to]) => ({ from, to })),
  findings: [],
  work: [],
  colleagues: [],
});

test("a week is Monday to Sunday, a month its whole weeks", () => {
  expect(datesOf("week", "2026-11-18")).toEqual(["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"]);
  const november = datesOf("month", "2026-11-18");
  expect([november[0], november.at(-1), november.length]).toEqual(["2026-10-26", "2026-12-06", 42]);
  expect(datesOf("month", "2027-02-10")).toHaveLength(28);
});

test("one turns to the week or the month before and after, over New Year as well", () => {
  expect(turned("week", "2026-12-30", true)).toBe("2027-01-06");
  expect(turned("month", "2026-12-31", true)).toBe("2027-01-01");
  expect(turned("month", "2027-01-31", false)).toBe("2026-12-01");
  expect(turned("month", "2027-01-31", true)).toBe("2027-02-01");
});

test("a duty over midnight stands on both days with the hours that fall on each", () => {
  const [monday, tuesday] = daysOf(roster([period("2026-11-16T21:00:00Z", "2026-11-17T05:00:00Z", "kari")]), ["2026-11-16", "2026-11-17"]);
  const hours = (day: typeof monday) => day?.layers[0]?.duties.map((duty) => [new Date(duty.from).toISOString(), new Date(duty.to).toISOString()]);
  expect(hours(monday)).toEqual([["2026-11-16T21:00:00.000Z", "2026-11-16T23:00:00.000Z"]]);
  expect(hours(tuesday)).toEqual([["2026-11-16T23:00:00.000Z", "2026-11-17T05:00:00.000Z"]]);
  expect(monday?.layers[0]?.duties[0]?.whole).toEqual({ from: Date.parse("2026-11-16T21:00:00Z"), to: Date.parse("2026-11-17T05:00:00Z") });
});

test("somebody who stays while another comes has one duty", () => {
  const day = daysOf(roster([period("2026-11-16T08:00:00Z", "2026-11-16T10:00:00Z", "kari"), period("2026-11-16T10:00:00Z", "2026-11-16T14:00:00Z", "kari", "per")]), ["2026-11-16"])[0];
  expect(day?.layers[0]?.duties.map((duty) => [duty.officer.id, (duty.to - duty.from) / 3_600_000])).toEqual([
    ["kari", 6],
    ["per", 4],
  ]);
});

test("the day on which the clock is moved has 25 hours, and what is open is found on it", () => {
  const [day] = daysOf(roster([period("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "kari")], [["2026-10-25T08:00:00Z", "2026-10-25T14:00:00Z"]]), ["2026-10-25"]);
  const duty = day?.layers[0]?.duties[0];
  expect(duty && (duty.to - duty.from) / 3_600_000).toBe(25);
  expect(day?.open).toHaveLength(1);
  expect(day && isWholeOpening(day, { from: Date.parse("2026-10-25T08:00:00Z"), to: Date.parse("2026-10-25T14:00:00Z") })).toBe(true);
});
