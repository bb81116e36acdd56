import type { Language } from "./words/words";

const oslo = { timeZone: "Europe/Oslo" } as const;
// Not every browser knows nynorsk; bokmål is nearer to it than the browser's own language may be.
const locales: Record<Language, string[]> = { nb: ["nb-NO"], nn: ["nn-NO", "nb-NO"], en: ["en-GB"] };

/** A day and time in Norway, such as "man. 23. nov., 10:04". Instants come as ISO 8601 with an offset. */
export const dayAndTime = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    ...oslo,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(at));

/** A time of day in Norway with seconds, such as "10:04:26". */
export const timeOfDay = (at: string | number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { ...oslo, hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(new Date(at));

/** A time of day in Norway to the minute, such as "10:04". */
export const hourAndMinute = (at: string | number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { ...oslo, hour: "2-digit", minute: "2-digit" }).format(new Date(at));

/** A length of time as people at a telephone read it: "0:07", "12:40", "1:02:09". Never below zero. */
export const lasting = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const pair = (count: number) => String(count).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${pair(minutes)}:${pair(whole % 60)}` : `${minutes}:${pair(whole % 60)}`;
};

/** What the server's clock showed at a moment of this machine's own count (milliseconds), and how fast it goes. */
export type ServerClock = { now: number; at: number; speed: number };

/** The server's time now, in milliseconds since 1970. In the demo it goes faster than the wall's. */
export const serverTime = (clock: ServerClock, here: number): number => clock.now + (here - clock.at) * clock.speed;

/** Whole seconds from one instant to a time; below zero when the time is past. */
export const secondsUntil = (instant: string, now: number): number => Math.ceil((Date.parse(instant) - now) / 1000);

export const secondsSince = (instant: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(instant)) / 1000));

/** The date in Norway at an instant, yyyy-MM-dd. */
export const osloDate = (at: string | number): string => new Intl.DateTimeFormat("sv-SE", { ...oslo, dateStyle: "short" }).format(new Date(at));

/** A date so many days later. */
export const plusDays = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** From 0 for Monday to 6. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** When a date begins in Norway, in milliseconds. The clock never moves between ten in the evening, UTC, and midnight in Norway. */
export const startOf = (date: string): number => {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const before = midnight - 2 * 3_600_000;
  const shown = Date.parse(`${new Intl.DateTimeFormat("sv-SE", { ...oslo, dateStyle: "short", timeStyle: "medium" }).format(new Date(before)).replace(" ", "T")}Z`);
  return midnight - (shown - before);
};

/** What a wall clock in Norway shows as "yyyy-MM-ddTHH:mm", as an instant; the first of the two when it comes twice. */
export const instantAt = (wall: string): number => {
  const [date = "", time = ""] = wall.split("T");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const reached = startOf(date) + (hours * 60 + minutes) * 60_000;
  // A day on which the clock was moved before this hour is an hour shorter or longer.
  return [reached - 3_600_000, reached, reached + 3_600_000].find((at) => wallTime(at) === `${date}T${time}`) ?? reached;
};

/** "yyyy-MM-ddTHH:mm" in Norway, as a field for date and time wants it. */
export const wallTime = (at: number): string =>
  new Intl.DateTimeFormat("sv-SE", { ...oslo, dateStyle: "short", timeStyle: "short" }).format(new Date(at)).replace(" ", "T");

/** A date as people read it: "man. 23. nov." */
export const dayOf = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" }).format(new Date(`${date}T12:00:00Z`));

/** "november 2026". */
export const monthOf = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: "UTC", month: "long", year: "numeric" }).format(new Date(`${date}T12:00:00Z`));

/** ISO 8601's number of the week. */
export const weekOf = (date: string): number => {
  const thursday = plusDays(date, 3 - weekdayOf(date));
  return 1 + Math.floor((Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)) / (7 * 86_400_000));
};
